import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isDay } from '@samspor/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  buildMessage,
} from 'class-validator';

const required = (optional: boolean) => ({ required: !optional });

/** Left out is fine; null is not. */
const maybe = (optional: boolean): PropertyDecorator[] => (optional ? [ValidateIf((_object, value) => value !== undefined)] : []);

interface Field {
  readonly optional?: boolean;
  readonly example?: unknown;
}

/** A calendar day, YYYY-MM-DD. */
export const DayField = ({ optional = false, example = '2026-03-10' }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value): boolean => typeof value === 'string' && isDay(value),
        defaultMessage: buildMessage((each) => `${each}$property must be a day of the calendar, YYYY-MM-DD`),
      },
    }),
    ApiProperty({ type: String, format: 'date', example, ...required(optional) }),
  );

/** A text that a person writes; no control characters but line breaks. */
export const TextField = (max: number, { optional = false, example }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsString(),
    Length(1, max),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must not hold control characters' }),
    ApiProperty({ type: String, minLength: 1, maxLength: max, ...(example !== undefined && { example }), ...required(optional) }),
  );

/** A text that may run over several lines. */
export const NoteField = (max: number, { optional = false, example }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsString(),
    Length(1, max),
    Matches(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, { message: '$property must not hold control characters' }),
    ApiProperty({ type: String, minLength: 1, maxLength: max, ...(example !== undefined && { example }), ...required(optional) }),
  );

/** One of a list of codes. */
export const CodeField = (codes: readonly string[], { optional = false, example = codes[0] }: Field = {}): PropertyDecorator =>
  applyDecorators(...maybe(optional), IsIn(codes), ApiProperty({ enum: codes, example, ...required(optional) }));

/** Several of a list of codes, each once. */
export const CodesField = (codes: readonly string[], { optional = false, example = codes.slice(0, 1) }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(codes.length),
    ArrayUnique(),
    IsIn(codes, { each: true }),
    ApiProperty({ enum: codes, isArray: true, minItems: 1, maxItems: codes.length, uniqueItems: true, example, ...required(optional) }),
  );

/** A code that a dated table or the agreement's terms know; checked by a rule on the day. */
export const CodeNameField = ({ optional = false, example }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsString(),
    Matches(/^[\p{L}\p{N}_.:-]{1,60}$/u, { message: '$property must be a code of 1 to 60 letters, digits, _ . : -' }),
    ApiProperty({ type: String, pattern: '^[\\p{L}\\p{N}_.:-]{1,60}$', ...(example !== undefined && { example }), ...required(optional) }),
  );

/** Several short texts or codes. */
export const TextsField = (max: number, items: number, { optional = false, example }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(items),
    IsString({ each: true }),
    Length(1, max, { each: true }),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true, message: '$property must not hold control characters' }),
    ApiProperty({ type: [String], minItems: 1, maxItems: items, ...(example !== undefined && { example }), ...required(optional) }),
  );

/** The id of something in the youth's stream. */
export const IdField = ({ optional = false, example = '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e' }: Field = {}): PropertyDecorator =>
  applyDecorators(...maybe(optional), IsUUID(), ApiProperty({ type: String, format: 'uuid', example, ...required(optional) }));

export const YesNoField = ({ optional = false, example = true }: Field = {}): PropertyDecorator =>
  applyDecorators(...maybe(optional), IsBoolean(), ApiProperty({ type: Boolean, example, ...required(optional) }));

export const NumberField = (min: number, max: number, { optional = false, example = max }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsInt(),
    Min(min),
    Max(max),
    ApiProperty({ type: 'integer', minimum: min, maximum: max, example, ...required(optional) }),
  );

/** A municipality number, four digits with the leading zero. */
export const MunicipalityField = ({ optional = false, example = '5006' }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    Matches(/^\d{4}$/, { message: '$property must be a municipality number of four digits' }),
    ApiProperty({ type: String, pattern: '^\\d{4}$', example, ...required(optional) }),
  );

/** Where a part's class is kept, for whoever reads bodies without class-transformer. */
export const PART = 'samspor:part';

/** Gives the class of a part. */
export type Part = () => new () => object;

/** A part with fields of its own. */
export const PartField = (part: Part, { optional = false, example }: Field = {}): PropertyDecorator =>
  applyDecorators(
    ...maybe(optional),
    IsObject(),
    ValidateNested(),
    Type(part),
    Reflect.metadata(PART, part),
    ApiProperty({ type: part, ...(example !== undefined && { example }), ...required(optional) }),
  );

/** A part that says exactly one of several things. */
export const ExactlyOneOf = (...names: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'exactlyOneOf',
    validator: {
      validate: (part): boolean =>
        typeof part === 'object' && part !== null && names.filter((name) => Object.hasOwn(part as object, name)).length === 1,
      defaultMessage: () => `$property must hold exactly one of ${names.join(', ')}`,
    },
  });
