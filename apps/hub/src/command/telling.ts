import { randomUUID } from 'node:crypto';
import { BadRequestException } from '@nestjs/common';
import { type Hub, type Telling, childId } from '@samspor/casework';
import type { PermittedRequest } from '../auth/access.guard.js';
import { problemOf } from '../problem.js';

const uuid = /^"?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"?$/i;

const refuse = (type: string, title: string, remedy: string): never => {
  throw new BadRequestException({ problem: problemOf(400, type, title, { remedy }) });
};

/** Whether only to say what would happen. */
export const isDryRun = ({ query }: PermittedRequest): boolean => (query as { readonly dryRun?: string }).dryRun === 'true';

/** The key that makes a repeated request one effect; a dry run needs none. */
const keyOf = (request: PermittedRequest): string => {
  const key = request.headers['idempotency-key'];
  if (key === undefined && isDryRun(request)) return randomUUID();
  const match = typeof key === 'string' ? uuid.exec(key) : null;
  return (
    match?.[1]?.toLowerCase() ??
    refuse(
      'idempotency-key',
      'Idempotency-Key is missing or no UUID',
      'Make a UUID for each command, send it as Idempotency-Key, and keep it when you send the command again.',
    )
  );
};

const revisionTag = /^"r(\d{1,9})"$/;

const expectedRevisionOf = ({ headers }: PermittedRequest): number | undefined => {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const match = revisionTag.exec(tag);
  return match
    ? Number(match[1])
    : refuse('if-match', 'If-Match is not an ETag of this hub', 'Send the ETag that the last answer gave, e.g. "r7".');
};

/** Who tells, and under which key: what `tell` needs besides the command. `scope` keeps the same key apart on other streams. */
export const tellingOf = (request: PermittedRequest, scope: string, fingerprintOf: object, hub: Hub): Telling => {
  const { user } = request;
  const commandId = childId(keyOf(request), `${user.id}|${scope}`);
  const expectedRevision = expectedRevisionOf(request);
  return {
    actor: user,
    commandId,
    correlationId: commandId,
    fingerprint: hub.fingerprint(JSON.stringify(fingerprintOf)),
    newId: childId(commandId, 'new'),
    today: hub.today(),
    ...(expectedRevision !== undefined && { expectedRevision }),
  };
};
