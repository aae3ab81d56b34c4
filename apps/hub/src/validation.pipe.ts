import { BadRequestException, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldProblem, problemOf } from './problem.js';

const maxProblems = 20;

const flat = (errors: readonly ValidationError[], path = ''): readonly FieldProblem[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const field = `${path}${property.slice(0, 60)}`;
    return [...Object.values(constraints).map((says) => ({ field, says: says.slice(0, 300) })), ...flat(children, `${field}.`)];
  });

/** Bodies by their DTO: unknown fields refused, every fault named by its field, values never repeated. */
export const validationPipe = new ValidationPipe({
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
