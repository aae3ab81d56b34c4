import { type ArgumentMetadata, BadRequestException, type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type BodyReader, bodyReaderOf } from './compiled-body.js';
import { type FieldProblem, problemOf } from './problem.js';

const maxProblems = 20;

const flat = (errors: readonly ValidationError[], path = ''): readonly FieldProblem[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = `${path}${property.slice(0, 60)}`;
    return [...Object.values(constraints).map((says) => ({ field, says: says.slice(0, 300) })), ...flat(children, `${field}.`)];
  });

/** Takes the short way for bodies that fit; all others, class-validator judges and explains. */
class BodyPipe extends ValidationPipe {
  private readonly readers = new Map<Type, BodyReader>();

  // Typed as what it overrides; a body that fits needs no promise.
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const read = metadata.type === 'body' && metadata.metatype ? this.readerOf(metadata.metatype)(value) : undefined;
    return (read as Promise<unknown> | undefined) ?? super.transform(value, metadata);
  }

  private readerOf(dto: Type): BodyReader {
    const known = this.readers.get(dto);
    if (known) return known;
    const reader = bodyReaderOf(dto);
    this.readers.set(dto, reader);
    return reader;
  }
}

/** Bodies by their DTO: unknown fields refused, every fault named by its field, values never repeated. */
export const validationPipe: ValidationPipe = new BodyPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) =>
    new BadRequestException({
      problem: problemOf(400, 'body', 'The body does not fit the command', {
        errors: flat(errors).slice(0, maxProblems),
        remedy: 'Compare with the example of this command in /api/reference.',
      }),
    }),
});
