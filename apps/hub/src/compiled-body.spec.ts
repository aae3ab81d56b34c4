import 'reflect-metadata';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import * as agreementDtos from './agreement/agreement.dto.js';
import { bodyReaderOf } from './compiled-body.js';
import { PART, type Part } from './fields.js';
import { RegisterYouthDto } from './youth/dto/target-group.dto.js';
import { youthCommandBodies } from './youth/youth.commands.js';

interface Documented {
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: { readonly enum?: readonly unknown[] };
}

const bodies: readonly (readonly [string, Type<object>])[] = Object.entries({
  RegisterYouth: RegisterYouthDto,
  ...youthCommandBodies,
  ...agreementDtos,
});

const namesOf = (dto: Type<object>): readonly string[] =>
  ((Reflect.getMetadata('swagger/apiModelPropertiesArray', dto.prototype) ?? []) as readonly string[]).map((name) => name.slice(1));

const documentedOf = (dto: Type<object>, name: string): Documented =>
  (Reflect.getMetadata('swagger/apiModelProperties', dto.prototype, name) ?? {}) as Documented;

const rubbish = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1.5,
    true,
    [],
    {},
    [null],
    [[]],
    [{}],
    { on: 'x' },
    'a\u0000b',
    '\ud800',
    '2026-02-30',
    '5006',
  ),
  fc.string({ maxLength: 300 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }),
);

const partOf = (dto: Type<object>, name: string): Type<object> | undefined =>
  (Reflect.getMetadata(PART, dto.prototype, name) as Part | undefined)?.();

/** Mostly right, often wrong in one place or another. */
const bodyOf = (dto: Type<object>): fc.Arbitrary<Record<string, unknown>> => {
  const fields = namesOf(dto).map((name) => [name, valueOf(documentedOf(dto, name), partOf(dto, name))] as const);
  const known = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const whole = fc.record(Object.fromEntries(fields));
  const more = fc.option(fc.dictionary(fc.constantFrom('extra', ...namesOf(dto)), rubbish, { maxKeys: 2 }), { nil: {}, freq: 4 });
  return fc.tuple(fc.oneof(whole, known), more).map(([body, other]) => ({ ...body, ...other }));
};

const valueOf = ({ example, items, enum: codes = items?.enum ?? [] }: Documented, part?: Type<object>): fc.Arbitrary<unknown> => {
  const right = part ? bodyOf(part) : fc.constantFrom(example, ...(Array.isArray(example) ? codes.map((code) => [code]) : codes));
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: rubbish });
};

const asJson = fc.jsonValue();

/** What class-transformer and class-validator make of it. */
const slowly = (dto: Type<object>, body: object): object | undefined => {
  const entity = plainToInstance(dto, body);
  return validateSync(entity, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length === 0 ? entity : undefined;
};

describe('a body that is read the short way', () => {
  let [taken, left] = [0, 0];

  // A property over bodies that are all refused, or all taken, would say nothing.
  afterAll(() => expect(Math.min(taken, left)).toBeGreaterThan(500));

  it.each(bodies)('is what class-validator makes of it, or is left to it: %s', (_name, dto) => {
    const read = bodyReaderOf(dto);
    fc.assert(
      fc.property(bodyOf(dto), (given) => {
        const body = JSON.parse(JSON.stringify(given)) as object;
        const [short, long] = [read(body), slowly(dto, structuredClone(body))];
        expect(short).toStrictEqual(long);
        expect(JSON.stringify(short)).toBe(JSON.stringify(long));
        if (short) taken += 1;
        else left += 1;
      }),
      { numRuns: 80 },
    );
  });

  it('is never something else than an object', () => {
    for (const [, dto] of bodies) {
      const read = bodyReaderOf(dto);
      fc.assert(
        fc.property(asJson, (body) => {
          if (typeof body !== 'object' || body === null || Array.isArray(body)) expect(read(body)).toBeUndefined();
        }),
        { numRuns: 20 },
      );
    }
  });
});
