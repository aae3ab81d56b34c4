import { BadInput } from './bad-input.sending.js';
import { RawConnection, requestBytes } from './raw-connection.js';

const attempt = JSON.stringify({ channel: 'phone', outcome: 'no-answer' });
const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as unknown;

describe('bad connections harm nobody', () => {
  let input: BadInput;

  beforeAll(async () => {
    input = await BadInput.start({ SAMSPOR_REQUEST_TIMEOUT_MS: '1000' });
  });
  afterAll(() => input.hub.remove());

  const refusedAfter = async (sent: string | Uint8Array, status: number, type: string): Promise<void> => {
    const before = await input.stored();
    const connection = await RawConnection.open(input.hub.address);
    connection.send(sent);
    const answer = await connection.untilClosed();
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*content-type: application/problem\\+json`, 'i'));
    expect(problemIn(answer)).toMatchObject({ type: `/problems/${type}`, status, remedy: expect.stringMatching(/\w/) as string });
    expect(await input.stored()).toEqual(before);
  };

  it('answers 408 and closes when the headers never end', () =>
    refusedAfter(`POST ${input.attempts} HTTP/1.1\r\nHost: hub\r\nX-Slow: `, 408, 'too-slow'));

  it('answers 408 and closes when the body never ends', () =>
    refusedAfter(requestBytes(`POST ${input.attempts}`, { ...input.headers(), 'content-length': '500' }, attempt), 408, 'too-slow'));

  it('answers 400 and closes when what comes is no HTTP', () => refusedAfter('Hemmelig\r\n\r\n', 400, 'request'));

  it('answers 400 and closes when a body says two lengths', () =>
    refusedAfter(requestBytes(`POST ${input.attempts}`, { ...input.headers(), 'transfer-encoding': 'chunked' }, attempt), 400, 'request'));

  it('answers others while slow clients hold their requests open', async () => {
    const half = requestBytes(`POST ${input.attempts}`, { ...input.headers(), 'content-length': '500' }, attempt);
    const slow = await Promise.all(Array.from({ length: 300 }, () => RawConnection.open(input.hub.address)));
    for (const connection of slow) connection.send(half);
    expect((await input.send('POST', input.attempts, attempt)).status).toBe(201);
    for (const connection of slow) connection.close();
  });

  it('answers as before while 1,000 connections stand open', async () => {
    const patient = await BadInput.start();
    const open = await Promise.all(Array.from({ length: 1_000 }, () => RawConnection.open(patient.hub.address)));
    expect((await patient.send('POST', patient.attempts, attempt)).status).toBe(201);
    for (const connection of open) connection.send(requestBytes('GET /live', {}));
    const answers = await Promise.all(open.map((connection) => connection.until(/"ok"\}/)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200 '))).toHaveLength(1_000);
    for (const connection of open) connection.close();
    expect((await patient.send('POST', patient.attempts, attempt)).status).toBe(201);
    await patient.hub.remove();
  });

  it('closes the connections beyond those it may hold, and answers on the others', async () => {
    const small = await BadInput.start({ SAMSPOR_MAX_CONNECTIONS: '50' });
    const open = await Promise.all(Array.from({ length: 50 }, () => RawConnection.open(small.hub.address)));
    const late = await RawConnection.open(small.hub.address);
    expect(await late.untilClosed()).toBe('');
    for (const connection of open) connection.close();
    await small.hub.remove();
  });

  it('has logged nothing of what was sent', () => expect(input.hub.output).not.toContain('Hemmelig'));
});
