import type { AnyRule } from '@samspor/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** One thing that is wrong in what was sent; never the value itself. */
export class FieldProblem {
  @ApiProperty({ example: 'channel' }) readonly field: string;
  @ApiProperty({ example: 'channel must be one of the following values: phone, sms, email, letter, digital, visit, social' })
  readonly says: string;
}

/** An error by RFC 9457: what was wrong, and what to do. */
export class Problem {
  @ApiProperty({ example: '/problems/rule', description: 'Kind of problem; stable.' }) readonly type: string;
  @ApiProperty({ example: 'INSUFFICIENT_CONTACT_ATTEMPTS' }) readonly title: string;
  @ApiProperty({ example: 422 }) readonly status: number;
  @ApiPropertyOptional({ example: 'A youth is declared not reached only after enough attempts in enough ways.' }) readonly detail?: string;
  @ApiPropertyOptional({ example: 'R12', description: 'Rule that refused the command; docs/rules.md.' }) readonly rule?: string;
  @ApiPropertyOptional({ example: 'INSUFFICIENT_CONTACT_ATTEMPTS' }) readonly code?: string;
  @ApiPropertyOptional({ example: 'OPF § 8-3 c; limits from the agreement' }) readonly source?: string;
  @ApiPropertyOptional({ example: '2 of 3 attempts made; try once more, then declare.' }) readonly remedy?: string;
  @ApiPropertyOptional({ type: [FieldProblem] }) readonly errors?: readonly FieldProblem[];
  @ApiPropertyOptional({ example: 7, description: "The stream's present revision, when an If-Match did not hold." })
  readonly revision?: number;
  @ApiPropertyOptional({ example: '0b0f6c3e-0c0e-4d1c-9d9c-3a5f5e0f8c11', description: 'Finds the request in the log of the hub.' })
  readonly traceId?: string;
}

export const problemOf = (status: number, type: string, title: string, more: Partial<Problem> = {}): Problem => ({
  type: `/problems/${type}`,
  title,
  status,
  ...more,
});

/** A rule stands in the way: with its source and the way out. */
export const ruleProblem = ({ id, code, source, says }: AnyRule, remedy: string): Problem =>
  problemOf(422, 'rule', code, { detail: says, rule: id, code, source, remedy });
