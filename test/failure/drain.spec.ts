import { randomUUID } from 'node:crypto';
import { Hub, settingsFrom } from '@samspor/casework';
import type { Written } from '../acceptance/running-hub.js';
import { BadInput } from './bad-input.sending.js';
import { RawConnection, requestBytes } from './raw-connection.js';

const attempt = JSON.stringify({ channel: 'phone', outcome: 'no-answer' });
const waiting = 20;

/** A connection that the hub has answered on, and on which the next request is half sent. */
const halfSent = async (input: BadInput, whole: Uint8Array): Promise<RawConnection> => {
  const connection = await RawConnection.open(input.hub.address);
  connection.send(requestBytes('GET /live', {}));
  await connection.until(/"ok"\}/);
  connection.send(whole.subarray(0, whole.length - 4));
  return connection;
};

const refusesConnections = async (address: string): Promise<void> => {
  for (let refused = false; !refused;) {
    refused = await RawConnection.open(address).then(
      (connection) => {
        connection.close();
        return false;
      },
      () => true,
    );
  }
};

/** Sends commands one after another until the hub is gone; gives the positions that it has acknowledged. */
const acknowledged = async (input: BadInput, positions: bigint[] = []): Promise<readonly bigint[]> => {
  try {
    const { status, body } = await input.county.ot.post<Written>(input.attempts, { channel: 'phone', outcome: 'no-answer' });
    if (status === 201) positions.push(BigInt(body.position));
    return acknowledged(input, positions);
  } catch {
    return positions;
  }
};

describe('SIGTERM under load', () => {
  it('refuses new connections, answers every accepted request, ends the feeds, and loses nothing that it acknowledged', async () => {
    const input = await BadInput.start({ SAMSPOR_ACTOR_LIMITS: 'off' });
    const feed = await RawConnection.open(input.hub.address);
    feed.send(requestBytes('GET /api/feed', { authorization: `Bearer ${input.token}` }));
    await feed.until(/text\/event-stream/);
    const ready = requestBytes('GET /ready', {});
    const asked = await halfSent(input, ready);
    const commands = Array.from({ length: waiting }, () => requestBytes(`POST ${input.attempts}`, input.headers(), attempt));
    const accepted = await Promise.all(commands.map((command) => halfSent(input, command)));
    const load = Promise.all(Array.from({ length: 8 }, () => acknowledged(input)));

    const startedAt = performance.now();
    const ended = input.hub.stop('SIGTERM');
    await refusesConnections(input.hub.address);
    await feed.untilClosed();
    asked.send(ready.subarray(-4));
    expect(await asked.untilClosed()).toMatch(/HTTP\/1\.1 503 [^]*\/problems\/not-ready/);
    commands.forEach((command, index) => accepted[index]?.send(command.subarray(-4)));
    const answers = await Promise.all(accepted.map((connection) => connection.untilClosed()));
    expect(answers.filter((answer) => answer.includes('HTTP/1.1 201 '))).toHaveLength(waiting);

    expect(await ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const positions = (await load).flat().concat(answers.map((answer) => BigInt(/"position":"(\d+)"/.exec(answer)?.[1] ?? 0)));
    const hub = await Hub.open(settingsFrom({}, input.hub.folder));
    const head = (await hub.events.head()) ?? 0n;
    await hub.close();
    expect(new Set(positions).size).toBe(positions.length);
    expect(positions.filter((position) => position > head)).toEqual([]);
    await input.hub.remove();
  });

  it('cuts a client that never finishes its request, and ends within 10 s', async () => {
    const input = await BadInput.start();
    const dawdling = await halfSent(
      input,
      requestBytes(`POST ${input.attempts}`, input.headers({ 'idempotency-key': randomUUID() }), attempt),
    );
    const startedAt = performance.now();
    expect(await input.hub.stop('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await dawdling.untilClosed();
    await input.hub.remove();
  });
});
