import fc from 'fast-check';
import { syntheticIdentityNumber } from '@samspor/domain';
import { type OpenApi, type Operation, type Schema, operationsOf, resolved } from './fuzz.document.js';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What requests are made from. */
export interface Known {
  readonly youths: readonly string[];
  readonly agreements: readonly string[];
  readonly tokens: readonly string[];
}

/** Stands in everything personal that the fuzz sends, and must never come back in an error or a log. */
export const canary = 'Kanarifugl';

const days = fc.integer({ min: 0, max: 9_000 }).map((day) => new Date(Date.UTC(2004, 0, 1 + day)).toISOString().slice(0, 10));
const names = fc.nat({ max: 999 }).map((number) => `${canary} Demo-${number}`);

/** Identity numbers of the fuzz, each a canary of its own. */
export const canaryNumbers: readonly string[] = Array.from({ length: 50 }, (_, born) => syntheticIdentityNumber('2007-03-04', born) ?? '');

const strange = fc.oneof(
  fc.constantFrom(null, '', 0, -1, 1e308, true, [], {}, '\0', '\ud800', `=${canary}`, '0', `${canary}${'x'.repeat(5_000)}`, [[[]]], {
    a: { b: {} },
  }),
  fc.string({ unit: 'grapheme' }).map((text) => `${canary}${text}`),
  fc.double(),
);

const textOf = ({ format, pattern, example }: Schema): fc.Arbitrary<unknown> => {
  if (format === 'date') return fc.oneof(days, fc.constant(example));
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constant(example));
  if (pattern === '^\\d{11}$') return fc.constantFrom(...canaryNumbers);
  return pattern === undefined ? fc.oneof({ weight: 3, arbitrary: names }, fc.constant(example)) : fc.constant(example);
};

const fitting = (document: OpenApi, raw: Schema): fc.Arbitrary<unknown> => {
  const schema = resolved(document, raw);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'array') return fc.array(schema.items ? fitting(document, schema.items) : strange, { minLength: 1, maxLength: 4 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 });
  return schema.properties ? objectOf(document, schema) : textOf(schema);
};

/** An object as described, now and then with a part left out, one too many, or one that is something else. */
const objectOf = (document: OpenApi, { properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> => {
  const parts = Object.entries(properties).map(([name, schema]) => {
    const value = fc.oneof({ weight: 90, arbitrary: fitting(document, schema) }, { weight: 1, arbitrary: strange });
    return [
      name,
      required.includes(name) ? fc.option(value, { freq: 100, nil: undefined }) : fc.option(value, { nil: undefined }),
    ] as const;
  });
  const asked = fc.record(Object.fromEntries(parts));
  const extra = fc.dictionary(fc.constantFrom('mood', '__proto__', 'constructor', 'id', 'note'), strange, { maxKeys: 2 });
  return fc.oneof(
    { weight: 15, arbitrary: asked },
    { weight: 1, arbitrary: fc.tuple(asked, extra).map(([one, other]) => ({ ...one, ...other })) },
  );
};

const broken: fc.Arbitrary<Buffer> = fc.oneof(
  fc.json().map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom('', '{', `{"name":"${canary}`, '['.repeat(5_000), `"${canary}"`, 'null').map((text) => Buffer.from(text)),
);

const bodyOf = (document: OpenApi, { body, examples }: Operation): fc.Arbitrary<Buffer> => {
  if (body === undefined) return fc.oneof({ weight: 10, arbitrary: fc.constant(Buffer.alloc(0)) }, { weight: 1, arbitrary: broken });
  const written = fc
    .oneof({ weight: 3, arbitrary: objectOf(document, body) }, { weight: 1, arbitrary: fc.constantFrom(...examples) })
    .map((value) => Buffer.from(JSON.stringify(value) ?? ''));
  return fc.oneof({ weight: 10, arbitrary: written }, { weight: 1, arbitrary: broken });
};

const oddParts = fc.constantFrom(
  '0',
  'null',
  '%00',
  '%zz',
  '%c3%28',
  '..%2f..',
  `${canary}%20x`,
  'a'.repeat(300),
  '2015',
  'ot-kari',
  '5006',
);

const idsFor = (name: string, { youths, agreements }: Known): fc.Arbitrary<string> => {
  const known = name === 'youthId' ? youths : name === 'agreementId' ? agreements : ['5006', '5001', 'ot-kari', 'nav-ole'];
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: oddParts },
  );
};

const queryOf = (names: readonly string[]): fc.Arbitrary<string> => {
  const value = fc.oneof(
    fc.constantFrom('true', 'false', '1', '50', '4711', '00000003', '2026-01-01', 'mine', '%00', '-1', canary, '9'.repeat(19)),
    days,
  );
  const pair = fc
    .tuple(fc.constantFrom(...names, 'x', 'constructor', '__proto__', 'toString'), value)
    .map(([name, text]) => `${name}=${text}`);
  return fc.array(pair, { maxLength: 2 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
};

const pathOf = ({ path, query }: Operation, known: Known): fc.Arbitrary<string> => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const filled = fc
    .tuple(...names.map((name) => idsFor(name, known)))
    .map((ids) => names.reduce((text, name, at) => text.replace(`{${name}}`, ids[at] ?? ''), path));
  return fc
    .tuple(filled, fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: queryOf(query) }))
    .map((parts) => parts.join(''));
};

const headersOf = ({ tokens }: Known): fc.Arbitrary<Readonly<Record<string, string>>> => {
  const odd = <T>(usual: fc.Arbitrary<T>, ...others: readonly T[]) =>
    fc.oneof({ weight: 25, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...others) });
  return fc
    .record({
      authorization: odd(
        fc.constantFrom(...tokens).map((token) => `Bearer ${token}`),
        undefined,
        'Bearer',
        `Bearer ${canary}`,
        `Basic ${canary}`,
        'Bearer e30.e30.e30',
      ),
      'content-type': odd<string | undefined>(
        fc.constant('application/json'),
        undefined,
        'text/plain',
        '@@',
        'application/json; charset=utf-16',
      ),
      'idempotency-key': odd<string | undefined>(fc.uuid(), undefined, canary, '', '11111111-1111-4111-8111-111111111111'),
      'if-match': odd<string | undefined>(fc.constantFrom(undefined, '*'), '"r0"', '"r3"', canary, '"r999999999"', 'W/"r1"'),
      'last-event-id': odd<string | undefined>(fc.constant(undefined), canary),
      accept: odd<string | undefined>(fc.constantFrom(undefined, '*/*'), 'text/html', canary),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)));
};

/** Requests to every operation of the document: most almost right, some broken in every way. */
export const requestsTo = (document: OpenApi, known: Known): fc.Arbitrary<FuzzRequest> =>
  fc.oneof(
    ...operationsOf(document).map((operation) =>
      fc.record({
        method: fc.oneof(
          { weight: 40, arbitrary: fc.constant(operation.method) },
          { weight: 1, arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS') },
        ),
        path: pathOf(operation, known),
        headers: headersOf(known),
        body: operation.method === 'GET' ? fc.constant(Buffer.alloc(0)) : bodyOf(document, operation),
      }),
    ),
  );
