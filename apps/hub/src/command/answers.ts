import type { Event } from '@samspor/domain';
import type { Told } from '@samspor/event-store';
import type { Telling } from '@samspor/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** An event that a command led to. */
export class AppendedEvent {
  @ApiProperty({ example: 'ContactAttempted' }) readonly type: string;
  @ApiProperty({ format: 'uuid', example: '7a7f6a8e-35a5-5b5f-8f5b-0c3a9c1d2e4f' }) readonly eventId: string;
  @ApiProperty({ example: 4 }) readonly revision: number;
}

/** The command is stored, durably. */
export class Written {
  @ApiPropertyOptional({ format: 'uuid', description: 'The youth, after registering.', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId?: string;
  @ApiProperty({ description: 'Where the last event stands; give it as ?after= to read your own write.', example: '4711' })
  readonly position: string;
  @ApiProperty({ description: 'The stream\'s last revision after this command; the ETag is "r<revision>".', example: 4 })
  readonly revision: number;
  @ApiProperty({
    format: 'uuid',
    description: 'The id of what this command made (referral, consent, measure, attempt …); other commands point at it.',
    example: '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e',
  })
  readonly reference: string;
  @ApiProperty({ description: 'The same key was told before: this is the first answer, nothing new was stored.', example: false })
  readonly repeated: boolean;
  @ApiProperty({ type: [AppendedEvent] }) readonly events: readonly AppendedEvent[];
}

/** An event that a command would lead to. */
export class ConsideredEvent {
  @ApiProperty({ example: 'ContactAttempted' }) readonly type: string;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { channel: 'phone', outcome: 'no-answer', on: '2026-03-10' } })
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the command would lead to; nothing was stored. */
export class Considered {
  @ApiProperty({ type: [ConsideredEvent] }) readonly events: readonly ConsideredEvent[];
}

export const writtenFrom = ({ events, position, revision, repeated }: Told<Event>, { newId }: Telling): Written => ({
  position: String(position),
  revision,
  reference: newId,
  repeated,
  events: events.map(({ type, id, revision: at }) => ({ type, eventId: id, revision: at })),
});
