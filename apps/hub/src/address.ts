import { BadRequestException, NotFoundException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemOf } from './problem.js';

interface Form {
  readonly is: RegExp;
  readonly remedy: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const fromBefore = 'Give what the page before has said, or leave it out.';

/** Parameters after the `?` that are read as one thing or not at all: a wrong one is refused, never passed over. */
const forms = new Map(
  Object.entries<Form>({
    after: { is: /^\d{1,18}$/, remedy: 'Give the position that a command has answered with.' },
    limit: { is: /^(?:[1-9]\d?|100)$/, remedy: 'Give a number from 1 to 100.' },
    readBefore: { is: /^\d{1,9}$/, remedy: fromBefore },
    cursor: { is: /^[\w./:|-]{1,200}$/, remedy: fromBefore },
    dryRun: { is: /^(?:true|false)$/, remedy: 'Give true, or leave it out and the command is carried out.' },
  }),
);

const pageOfYouth: Form = { is: /^\d{8}$/, remedy: fromBefore };

const formOf = (name: string, { routeOptions }: FastifyRequest): Form | undefined =>
  name === 'cursor' && routeOptions.url?.includes(':youthId') ? pageOfYouth : forms.get(name);

const inspect = (request: FastifyRequest): void => {
  for (const [name, value] of Object.entries(request.query ?? {})) {
    const form = formOf(name, request);
    if (form === undefined || (typeof value === 'string' && form.is.test(value))) continue;
    throw new BadRequestException({ problem: problemOf(400, 'query', `${name} cannot be read`, { remedy: form.remedy }) });
  }
  const { youthId, agreementId } = (request.params ?? {}) as Readonly<Record<string, string | undefined>>;
  for (const id of [youthId, agreementId]) if (id !== undefined && !uuid.test(id)) throw new NotFoundException();
};

/** Refuses addresses that name nothing before anything is looked up. */
export const checkAddresses = (fastify: FastifyInstance): void => {
  fastify.addHook('preValidation', (request, _reply, done) => {
    try {
      inspect(request);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
};
