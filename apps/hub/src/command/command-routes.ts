import { Body, HttpCode, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { AnyDecisions } from '@samspor/domain';
import { Problem } from '../problem.js';
import { Considered, Written } from './answers.js';

export const kebab = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const describe = (prototype: object, name: string, descriptor: PropertyDescriptor, decorators: readonly MethodDecorator[]): void => {
  for (const decorate of decorators) decorate(prototype, name, descriptor);
};

const problems = [
  { status: 400, description: 'The body or a header does not fit; `errors` names the fields.' },
  { status: 401, description: 'No valid token.' },
  { status: 404, description: 'Nothing there that you may see.' },
  { status: 412, description: 'If-Match no longer holds; `revision` is the present one.' },
  { status: 422, description: 'A rule refused: `rule`, `code`, `source` and `remedy`; or the key was used for another command.' },
  { status: 503, description: 'The store cannot confirm writes now; send again with the same key.' },
] as const;

const answersOf = (): readonly MethodDecorator[] => [
  ApiResponse({
    status: 201,
    description: 'Stored, durably.',
    type: Written,
    headers: { ETag: { schema: { type: 'string', example: '"r4"' } } },
  }),
  ApiResponse({ status: 200, description: 'Dry run: what it would lead to.', type: Considered }),
  ...problems.map(({ status, description }) =>
    ApiResponse({ status, description, content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } } }),
  ),
];

const requestOf = (): readonly MethodDecorator[] => [
  ApiHeader({
    name: 'Idempotency-Key',
    description: 'A UUID per command; the same key is one effect. Not needed for a dry run.',
    required: false,
    example: '8f14e45f-ceea-467f-9575-0f0f0f0f0f0f',
  }),
  ApiHeader({
    name: 'If-Match',
    description: 'The ETag last seen; refused with 412 when the stream has moved on.',
    required: false,
    example: '"r3"',
  }),
  ApiQuery({ name: 'dryRun', required: false, type: Boolean, description: 'Only say what would happen.', example: true }),
];

/** The method that every command route calls on its controller. */
export interface TellsCommands {
  tell(type: string, data: object, request: unknown, reply: unknown): Promise<Written | Considered>;
}

interface Routes {
  readonly parameter: string;
  readonly tag: MethodDecorator;
  readonly decisions: AnyDecisions;
  /** The DTO of each command. */
  readonly bodies: Readonly<Record<string, Type<object>>>;
}

/** Adds one POST route per command to a controller: `{command-in-kebab-case}`, body by its DTO, documented from the decisions. */
export const addCommandRoutes = (controller: Type<TellsCommands>, { parameter, tag, decisions, bodies }: Routes): void => {
  for (const [type, body] of Object.entries(bodies)) {
    const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const route = function (this: TellsCommands, data: object, request: unknown, reply: unknown) {
      return this.tell(type, data, request, reply);
    };
    Object.defineProperty(route, 'name', { value: name });
    Object.defineProperty(controller.prototype, name, { value: route, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(controller.prototype, name);
    if (descriptor === undefined) continue;
    // Only the body: each parameter that Nest takes out of the address costs every command a round of promises.
    [Body(), Req(), Res({ passthrough: true })].forEach((decorate, index) => decorate(controller.prototype, name, index));
    Reflect.defineMetadata('design:paramtypes', [body, Object, Object], controller.prototype, name);
    describe(controller.prototype, name, descriptor, [
      Post(kebab(type)),
      HttpCode(201),
      ApiExtraModels(Problem),
      tag,
      ApiOperation({ operationId: type, summary: decisions[type]?.does ?? type, description: descriptionOf(decisions, type) }),
      ApiParam({ name: parameter, type: String, format: 'uuid' }),
      ApiBody({ type: body }),
      ...requestOf(),
      ...answersOf(),
    ]);
  }
};

const descriptionOf = (decisions: AnyDecisions, type: string): string => {
  const { by = [], rules = [], flags = [] } = decisions[type] ?? {};
  const lines = [`Given by: ${by.join(', ')}.`, ...rules.map(({ id, code, says }) => `- **${id}** \`${code}\` ${says}`)];
  return [...lines, ...flags.map(({ id, code, says }) => `- **${id}** \`${code}\` (only flagged) ${says}`)].join('\n');
};
