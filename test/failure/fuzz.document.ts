/** A schema of the OpenAPI document, as far as the hub writes any. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Content {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
}

/** The hub's own description of itself. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One thing that can be asked of the hub. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly body?: Schema;
  /** Bodies as the document shows them. */
  readonly examples: readonly unknown[];
}

/** The schema that a reference points at. */
export const resolved = ({ components }: OpenApi, schema: Schema): Schema => {
  const [only] = schema.allOf ?? [];
  const { $ref } = only ?? schema;
  if ($ref === undefined) return schema;
  return components.schemas[$ref.slice('#/components/schemas/'.length)] ?? {};
};

/** Every operation but the feed, which never ends its answer. */
export const operationsOf = (document: OpenApi): readonly Operation[] =>
  Object.entries(document.paths)
    .filter(([path]) => path !== '/api/feed')
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
        const { schema: body, examples: shown = {} } = requestBody?.content['application/json'] ?? {};
        const examples = body ? [{}, ...Object.values(shown).map(({ value }) => value)] : [];
        const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
        return { method: method.toUpperCase(), path, query, examples, ...(body && { body: resolved(document, body) }) };
      }),
    );
