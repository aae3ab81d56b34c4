import { randomUUID } from 'node:crypto';
import { type Written } from '../acceptance/running-hub.js';
import { BadInput, type Refusal } from './bad-input.sending.js';

const attempt = { channel: 'phone', outcome: 'no-answer' };
const json = (more: object): string => JSON.stringify({ ...attempt, ...more });
const bytes = (...parts: readonly (string | number)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));
const nested = (levels: number): string => `{"note":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const unknownYouth = randomUUID();

interface Sent {
  readonly method?: string;
  readonly path?: (input: BadInput) => string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

const get = (path: string, query = ''): Sent => ({ method: 'GET', path: ({ youthId }) => `/api/youths/${youthId}/${path}${query}` });
const at = (path: string): Sent => ({ method: 'GET', path: () => path });

type Case = readonly [what: string, sent: Sent, status: number, type: string];

const cases: readonly Case[] = [
  ['malformed JSON', { body: '{"channel":' }, 400, 'json'],
  ['an unknown field', { body: json({ mood: 'Hemmelig' }) }, 400, 'body'],
  ['a field of the wrong type', { body: JSON.stringify({ ...attempt, channel: { Hemmelig: 1 } }) }, 400, 'body'],
  ['a list in place of an object', { body: '[]' }, 400, 'body'],
  ['null in place of an object', { body: 'null' }, 400, 'body'],
  ['a text in place of an object', { body: '"Hemmelig"' }, 400, 'body'],
  ['an empty body', { body: '' }, 400, 'empty-body'],
  ['an oversized body', { body: json({ note: 'Hemmelig'.repeat(40_000) }) }, 413, 'too-large'],
  ['an object nested too deep', { body: nested(20) }, 400, 'json-depth'],
  ['lists nested a hundred thousand times', { body: nested(100_000) }, 400, 'json-depth'],
  [
    'bytes that are no UTF-8',
    { body: bytes('{"channel":"phone","outcome":"no-answer","note":"', 0xff, 0xfe, 0xc3, '"}') },
    400,
    'encoding',
  ],
  ['a NUL in a text', { body: json({ note: 'Hemmelig\0' }) }, 400, 'body'],
  ['half a character in a text', { body: '{"channel":"phone","outcome":"no-answer","note":"\\ud800"}' }, 400, 'body'],
  ['a field __proto__', { body: '{"channel":"phone","outcome":"no-answer","__proto__":{"x":1}}' }, 400, 'json-name'],
  ['a field constructor', { body: json({ constructor: 5 }) }, 400, 'json-name'],
  ['a field toString', { body: json({ toString: 5 }) }, 400, 'json-name'],
  [
    'a form',
    { body: 'channel=phone&outcome=no-answer', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'media-type',
  ],
  ['plain text', { body: json({}), headers: { 'content-type': 'text/plain' } }, 415, 'media-type'],
  ['a content type that is none', { body: json({}), headers: { 'content-type': '@@@' } }, 415, 'media-type'],
  ['a key that is no UUID', { body: json({}), headers: { 'idempotency-key': 'Hemmelig' } }, 400, 'idempotency-key'],
  ['a stale revision', { body: json({}), headers: { 'if-match': '"r0"' } }, 412, 'stale'],
  ['an If-Match that is none', { body: json({}), headers: { 'if-match': 'Hemmelig' } }, 400, 'if-match'],
  ['a dry run that may be none', { path: ({ attempts }) => `${attempts}?dryRun=maybe`, body: json({}) }, 400, 'query'],
  ['a dry run asked for twice', { path: ({ attempts }) => `${attempts}?dryRun=true&dryRun=true`, body: json({}) }, 400, 'query'],
  ['a page size that is no number', get('timeline', '?limit=Hemmelig'), 400, 'query'],
  ['a page size of nothing', get('timeline', '?limit=0'), 400, 'query'],
  ['a cursor that is none', get('timeline', '?cursor=Hemmelig'), 400, 'query'],
  ['a position that is none', get('trekant', '?after=-1'), 400, 'query'],
  ['a position that nothing has', get('trekant', '?after=999999999999999999'), 400, 'query'],
  ['an unknown youth', { path: () => `/api/youths/${unknownYouth}/record-contact-attempt`, body: json({}) }, 404, 'not-found'],
  ['a youth id that is none', at('/api/youths/Hemmelig/trekant'), 404, 'not-found'],
  ['a youth id with a NUL', at('/api/youths/%00/trekant'), 404, 'not-found'],
  ['a youth id in broken escapes', at('/api/youths/%zzHemmelig/trekant'), 400, 'request'],
  ['a youth id in broken UTF-8', at('/api/youths/%c3%28Hemmelig/trekant'), 400, 'request'],
  ['an endless youth id', at(`/api/youths/${'Hemmelig'.repeat(100)}/trekant`), 414, 'address-too-long'],
  [
    'an agreement id that is none',
    { path: () => '/api/agreements/Hemmelig/terminate-agreement', body: '{"reason":"over"}' },
    404,
    'not-found',
  ],
  ['a route that is none', at('/api/Hemmelig'), 404, 'not-found'],
  ['headers larger than 16 KiB', { ...get('trekant'), headers: { 'x-much': 'Hemmelig'.repeat(4_000) } }, 431, 'headers-too-large'],
];

const expectRefusal = ({ status, mediaType, problem }: Refusal, expected: number, type: string): void => {
  expect({ status, type: problem['type'], saysStatus: problem['status'] }).toEqual({
    status: expected,
    type: `/problems/${type}`,
    saysStatus: expected,
  });
  expect(mediaType).toMatch(/^application\/problem\+json/);
  expect(problem['title']).toEqual(expect.stringMatching(/\w/));
  expect(problem['remedy'] ?? problem['detail']).toEqual(expect.stringMatching(/\w/));
  expect(JSON.stringify(problem)).not.toMatch(/Hemmelig|node_modules|\.js:\d/);
};

describe('bad input gets its own error and changes nothing', () => {
  let input: BadInput;

  beforeAll(async () => {
    input = await BadInput.start();
  });
  afterAll(() => input.hub.remove());

  it.each(cases)('refuses %s', async (_what, { method = 'POST', path = (one) => one.attempts, body, headers = {} }, status, type) => {
    const before = await input.stored();
    expectRefusal(await input.send(method, path(input), body, headers), status, type);
    expect(await input.stored()).toEqual(before);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'takes a parameter that is called %s for any other that it does not know',
    async (name) => {
      const live = await input.hub.request('GET', `/live?${name}=1`);
      expect(live.status).toBe(200);
    },
  );

  it('refuses a command of another agency', async () => {
    const before = await input.stored();
    const { status, problem } = await input.send('POST', `/api/youths/${input.youthId}/register-with-nav`, '{"kind":"follow-up"}');
    expect({ status, code: problem['code'] }).toEqual({ status: 422, code: 'AGENCY_MAY_NOT_APPEND' });
    expect(await input.stored()).toEqual(before);
  });

  it('refuses a key that was used with another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await input.county.ot.post<Written>(input.attempts, attempt, key)).status).toBe(201);
    const before = await input.stored();
    expectRefusal(await input.send('POST', input.attempts, json({ outcome: 'message-left' }), key), 422, 'key-reused');
    expect(await input.stored()).toEqual(before);
  });

  it('takes what is right, so that what it refuses is refused for being wrong', async () => {
    const before = await input.stored();
    const answer = await input.send('POST', input.attempts, json({ note: 'Linje 1\nLinje 2' }));
    expect(answer.status).toBe(201);
    expect(await input.stored()).toEqual({ revision: before.revision + 1, commands: before.commands + 1 });
  });

  it('has logged nothing of what was sent', () => expect(input.hub.output).not.toContain('Hemmelig'));
});
