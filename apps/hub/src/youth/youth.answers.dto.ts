import type { Agency, Category, ContactRole, Day, RuleKind } from '@samspor/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A professional, opened for a reader who may see who it is. */
export class PersonAnswer {
  @ApiProperty({ example: 'nav-ole' })
  readonly personId: string;
  @ApiProperty({ example: 'nav-5006' })
  readonly unit: string;
  @ApiPropertyOptional({ example: 'Ole Demo-Sandvik' })
  readonly name?: string;
  @ApiPropertyOptional({ example: '+47 400 00 002' })
  readonly phone?: string;
  @ApiPropertyOptional({ example: 'ole@example.no' })
  readonly email?: string;
}

/** A corner of the trekant, or another contact person. */
export class CornerAnswer {
  @ApiProperty({ example: 'NAV' })
  readonly role: ContactRole;
  /** Named for this youth, the municipality's fixed contact person, or nobody. */
  @ApiProperty({ enum: ['named', 'municipality', 'vacant'], example: 'named' })
  readonly source: 'named' | 'municipality' | 'vacant';
  @ApiPropertyOptional({ type: PersonAnswer })
  readonly person?: PersonAnswer;
  @ApiPropertyOptional({ type: PersonAnswer })
  readonly deputy?: PersonAnswer;
}

export class CoordinatorAnswer {
  @ApiProperty({ example: 'OT' })
  readonly agency: Agency;
  @ApiProperty({ example: 'ot-kari' })
  readonly personId: string;
}

export class MembershipAnswer {
  @ApiProperty({ example: 'quit' })
  readonly reason: string;
  @ApiProperty({ example: '2025-09-01' })
  readonly openedOn: Day;
  /** The last day by age under the law. */
  @ApiProperty({ example: '2032-12-31' })
  readonly until: Day;
}

/** The triangle around a youth: OT adviser, NAV adviser and municipal contact person. */
export class TrekantAnswer {
  @ApiProperty({ format: 'uuid', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId: string;
  @ApiPropertyOptional({ example: 'Ada Demo-Nilsen' })
  readonly name?: string;
  @ApiPropertyOptional({ example: '2008-08-20' })
  readonly birthDate?: Day;
  @ApiPropertyOptional({ example: '+47 400 00 000' })
  readonly phone?: string;
  @ApiPropertyOptional({ example: 'ada@example.no' })
  readonly email?: string;
  @ApiProperty({ example: '5006' })
  readonly municipality: string;
  @ApiProperty({ example: 'Steinkjer' })
  readonly municipalityName: string;
  @ApiProperty({ type: [CornerAnswer] })
  readonly corners: readonly CornerAnswer[];
  /** All three corners are filled. */
  @ApiProperty({ example: false })
  readonly complete: boolean;
  /** Roles that nobody holds. */
  @ApiProperty({ example: ['KOM'] })
  readonly missing: readonly ContactRole[];
  @ApiPropertyOptional({ type: CoordinatorAnswer })
  readonly coordinator?: CoordinatorAnswer;
  @ApiPropertyOptional({ type: MembershipAnswer })
  readonly membership?: MembershipAnswer;
  /** Udir code. */
  @ApiPropertyOptional({ example: 'OTOV' })
  readonly status?: string;
  @ApiProperty({ example: 12, description: 'The ETag is "r<revision>".' })
  readonly revision: number;
  @ApiProperty({ example: '4711' })
  readonly position: string;
}

/** Who wrote an event. */
export class AuthorAnswer {
  @ApiProperty({ example: 'OT' })
  readonly agency: Agency;
  @ApiProperty({ example: 'ot-50-steinkjer' })
  readonly unit: string;
  @ApiProperty({ example: 'ot-kari' })
  readonly personId: string;
  @ApiProperty({ example: 'Kari Demo-Moen' })
  readonly name: string;
}

/** An event as this reader may see it. */
export class TimelineEntry {
  @ApiProperty({ example: 4 })
  readonly revision: number;
  @ApiProperty({ format: 'uuid', example: '7a7f6a8e-35a5-5b5f-8f5b-0c3a9c1d2e4f' })
  readonly eventId: string;
  @ApiProperty({ example: 'ReferredToNav' })
  readonly type: string;
  /** The Norwegian term. */
  @ApiProperty({ example: 'henvist til NAV' })
  readonly term: string;
  /** The day it happened. */
  @ApiProperty({ example: '2026-03-10' })
  readonly occurredOn: Day;
  /** The instant it was recorded. */
  @ApiProperty({ example: '2026-03-10T12:00:00.000Z' })
  readonly recordedAt: string;
  @ApiProperty({ type: AuthorAnswer })
  readonly by: AuthorAnswer;
  @ApiProperty({ example: 'OT' })
  readonly owner: Agency;
  @ApiProperty({ example: 'follow-up' })
  readonly category: Category;
  @ApiPropertyOptional({ example: 'CONSENT' })
  readonly legalBasis?: string;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { toUnit: 'nav-5006', wantedHelp: 'measure' } })
  readonly data: Readonly<Record<string, unknown>>;
}

/** The joint timeline, newest first. */
export class TimelineAnswer {
  @ApiProperty({ type: [TimelineEntry] })
  readonly entries: readonly TimelineEntry[];
  @ApiPropertyOptional({ example: '00000042', description: 'Give as ?cursor= for the next page; absent on the last.' })
  readonly next?: string;
}

/** Something that somebody did. */
export class ActAnswer {
  @ApiProperty({ example: 'ReferredToNav' })
  readonly type: string;
  @ApiProperty({ example: 'henvist til NAV' })
  readonly term: string;
  @ApiProperty({ example: 'youth-0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly stream: string;
  @ApiProperty({ example: 4 })
  readonly revision: number;
  @ApiProperty({ example: '2026-03-10' })
  readonly occurredOn: Day;
  @ApiProperty({ example: '2026-03-10T12:00:00.000Z' })
  readonly recordedAt: string;
  @ApiProperty({ type: AuthorAnswer })
  readonly by: AuthorAnswer;
  @ApiPropertyOptional({ example: 'CONSENT' })
  readonly legalBasis?: string;
  @ApiProperty({ example: 'opl-2023' })
  readonly lawVersion: string;
  @ApiPropertyOptional({ example: 'trondelag-2024.1' })
  readonly termsVersion?: string;
}

/** Somebody was shown something. */
export class ReadingAnswer {
  @ApiProperty({ example: '2026-03-10T12:00:00.000Z' })
  readonly at: string;
  @ApiProperty({ example: 'nav-ole' })
  readonly personId: string;
  @ApiProperty({ example: 'NAV' })
  readonly agency: Agency;
  @ApiProperty({ example: 'nav-5006' })
  readonly unit: string;
  @ApiProperty({ example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId: string;
  /** What was shown. */
  @ApiProperty({ example: 'timeline' })
  readonly what: string;
  /** The policy that permitted it. */
  @ApiProperty({ example: 'own-case' })
  readonly policy: string;
}

/** Who did, and who saw, what and when. */
export class AuditAnswer {
  @ApiProperty({ type: [ActAnswer] })
  readonly acts: readonly ActAnswer[];
  @ApiPropertyOptional({ example: '00000042', description: 'Give as ?cursor= for earlier acts.' })
  readonly next?: string;
  @ApiProperty({ type: [ReadingAnswer] })
  readonly readings: readonly ReadingAnswer[];
  @ApiPropertyOptional({ example: 812, description: 'Give as ?readBefore= for earlier readings.' })
  readonly nextReadings?: number;
}

export class ChoicesAnswer {
  @ApiProperty({ example: 'referralId' })
  readonly field: string;
  @ApiProperty({ example: ['5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e'] })
  readonly ids: readonly string[];
}

export class RuleAnswer {
  @ApiProperty({ example: 'R12' })
  readonly id: string;
  @ApiProperty({ example: 'INSUFFICIENT_CONTACT_ATTEMPTS' })
  readonly code: string;
  @ApiProperty({ enum: ['LAW', 'AGR', 'PROP'], example: 'PROP' })
  readonly kind: RuleKind;
  @ApiProperty({ example: 'OPF § 8-3 c; limits from the agreement' })
  readonly source: string;
  @ApiProperty({ example: 'A youth is declared not reached only after enough attempts in enough ways.' })
  readonly says: string;
}

/** A command, and whether this actor can give it now. */
export class OpenCommandAnswer {
  @ApiProperty({ example: 'DeclareNotReached' })
  readonly command: string;
  @ApiProperty({ example: '/api/youths/0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55/declare-not-reached' })
  readonly href: string;
  @ApiProperty({ example: 'Declares that the youth could not be reached in this round.' })
  readonly does: string;
  @ApiProperty({ example: false })
  readonly open: boolean;
  @ApiPropertyOptional({ type: ChoicesAnswer })
  readonly choices?: ChoicesAnswer;
  @ApiPropertyOptional({ type: RuleAnswer })
  readonly rule?: RuleAnswer;
  @ApiPropertyOptional({ example: '2 of 3 attempts made; try once more.' })
  readonly remedy?: string;
}

export class OpenCommandsAnswer {
  @ApiProperty({ type: [OpenCommandAnswer] })
  readonly commands: readonly OpenCommandAnswer[];
}

export class FoundYouth {
  @ApiProperty({ format: 'uuid', example: '0d9be6a6-54c2-4f1f-8d4e-0f4f8d6a3c55' })
  readonly youthId: string;
}

/** Youths with that number that you may see: one or none. */
export class SearchAnswer {
  @ApiProperty({ type: [FoundYouth] })
  readonly youths: readonly FoundYouth[];
}
