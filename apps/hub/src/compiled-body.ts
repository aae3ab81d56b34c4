import { getMetadataStorage } from 'class-validator';
import { PART, type Part } from './fields.js';

/** Gives the body as its DTO when it fits; `undefined` when it does not, or when only the slow way can tell. */
export type BodyReader = (body: unknown) => object | undefined;

type Dto = new () => object;
type Check = (value: unknown, body: object) => boolean;

interface Field {
  /** Whether the field is to be checked at all. */
  readonly conditions: readonly Check[];
  readonly checks: readonly Check[];
  readonly part: BodyReader | undefined;
}

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const CONDITION = 'conditionalValidation';
const PART_OF_ITS_OWN = 'nestedValidation';
const CUSTOM = 'customValidation';

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** The very validators of class-validator, looked up once instead of for every body. */
const checkOf = (metadata: Metadata, dto: Dto): Check => {
  const { propertyName: property, each } = metadata;
  // Those without arguments have none, whatever their type says.
  const constraints = (metadata.constraints as unknown[] | undefined) ?? [];
  const [constraint, ...others] = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  if (constraint === undefined || others.length > 0) throw new TypeError(`${dto.name}.${property} has a validator that cannot be compiled`);
  const { instance } = constraint;
  const holds = (value: unknown, object: object): boolean =>
    instance.validate(value, { targetName: dto.name, property, object, value, constraints }) === true;
  if (!each) return holds;
  return (value, object) => Array.isArray(value) && value.every((item) => holds(item, object));
};

const conditionOf = ({ constraints }: Metadata): Check => {
  const condition = constraints[0] as (object: unknown, value: unknown) => boolean;
  return (value, body) => condition(body, value);
};

const fieldOf = (dto: Dto, name: string, metadatas: readonly Metadata[]): Field => {
  const part = Reflect.getMetadata(PART, dto.prototype, name) as Part | undefined;
  const ofType = (wanted: string) => metadatas.filter(({ type }) => type === wanted);
  const isOdd = ({ type, validateIf }: Metadata): boolean =>
    ![CONDITION, PART_OF_ITS_OWN, CUSTOM].includes(type) || validateIf !== undefined;
  if (metadatas.some(isOdd) || ofType(PART_OF_ITS_OWN).length > 0 !== (part !== undefined))
    throw new TypeError(`${dto.name}.${name} has a rule that cannot be compiled`);
  return {
    conditions: ofType(CONDITION).map(conditionOf),
    checks: ofType(CUSTOM).map((metadata) => checkOf(metadata, dto)),
    part: part && bodyReaderOf(part()),
  };
};

const fieldsOf = (dto: Dto): ReadonlyMap<string, Field> => {
  const storage = getMetadataStorage();
  const byName = Object.entries(storage.groupByPropertyName(storage.getTargetValidationMetadatas(dto, '', false, false)));
  if (byName.length === 0) throw new TypeError(`${dto.name} has no rules`);
  return new Map(byName.map(([name, rules]) => [name, fieldOf(dto, name, rules)]));
};

/** What the field becomes in the DTO. */
type Read = { readonly value: unknown } | undefined;

const readField = ({ conditions, checks, part }: Field, value: unknown, body: object): Read => {
  if (!conditions.every((condition) => condition(value, body))) return value === undefined ? { value } : undefined;
  if (!checks.every((check) => check(value, body))) return undefined;
  if (part) {
    const read = part(value);
    return read && { value: read };
  }
  if (Array.isArray(value)) return value.every(isScalar) ? { value: [...value] as unknown[] } : undefined;
  return isScalar(value) ? { value } : undefined;
};

/**
 * Reads bodies of a DTO by its rules for class-validator, looked up once: what takes them 90 µs for each body then takes 2.
 * It says yes to nothing that they refuse; what it does not say yes to is theirs to judge and to explain.
 */
export const bodyReaderOf = (dto: Dto): BodyReader => {
  const fields = fieldsOf(dto);
  const entries = [...fields];
  return (body) => {
    if (!isPlain(body)) return undefined;
    const made = new dto() as Record<string, unknown>;
    // In the order of the body, as class-transformer does it: the fingerprint of a command is made from its text.
    for (const name of Object.keys(body)) {
      const field = fields.get(name);
      const read = field && readField(field, body[name], body);
      if (!read) return undefined;
      made[name] = read.value;
    }
    for (const [name, field] of entries) if (!Object.hasOwn(body, name) && !readField(field, undefined, body)) return undefined;
    return made;
  };
};
