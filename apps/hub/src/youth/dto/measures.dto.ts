import { type DataOf, type Day, type MeasureOutcome, type YouthCommand, effortGroups, mainGoals, navMeasures } from '@samspor/domain';
import { CodeField, CodeNameField, DayField, IdField, NoteField, NumberField, TextField, YesNoField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const outcomes: readonly MeasureOutcome[] = ['completed', 'quit', 'work', 'school'];
const codesOf = (choices: readonly { readonly code: string }[]): readonly string[] => [...new Set(choices.map(({ code }) => code))];

export class RegisterWithNavDto extends DatedDto implements Body<'RegisterWithNav'> {
  @CodeField(['jobseeker', 'follow-up'], { example: 'follow-up' })
  readonly kind: 'jobseeker' | 'follow-up';
}

export class DecideNeedsAssessmentDto extends DatedDto implements Body<'DecideNeedsAssessment'> {
  /** Innsatsgruppe (NAVL § 14 a). */
  @CodeField(codesOf(effortGroups))
  readonly effortGroup: string;
  /** Hovedmål. */
  @CodeField(codesOf(mainGoals))
  readonly mainGoal: string;
  /** The youth guarantee (ungdomsgarantien) applies. */
  @YesNoField()
  readonly youthGuarantee: boolean;
}

export class StartYouthGuaranteeDto extends DatedDto implements Body<'StartYouthGuarantee'> {
  /** The fixed contact person in NAV. */
  @CodeNameField({ example: 'nav-ole' })
  readonly contactPersonId: string;
}

export class AgreeActivityPlanDto extends DatedDto implements Body<'AgreeActivityPlan'> {
  /** Sealed. */
  @NoteField(8000, { example: 'Praksis tre dager i uka, karriereveiledning i april.' })
  readonly activities: string;
}

export class GrantNavMeasureDto extends DatedDto implements Body<'GrantNavMeasure'> {
  /** Tiltakskode. */
  @CodeField(codesOf(navMeasures), { example: 'ARBEIDSTRENING' })
  readonly measure: string;
  /** Sealed. */
  @TextField(120, { optional: true, example: 'Demo Mekaniske AS' })
  readonly organiser?: string;
  @DayField({ example: '2026-03-16' })
  readonly from: Day;
  @DayField({ example: '2026-09-15' })
  readonly to: Day;
  /** NAV has looked at what municipality and county offer (TILT § 7-6). */
  @YesNoField({ optional: true })
  readonly countyOfferAssessed?: boolean;
  /** Arranged together with the county (TILT § 7-3, exception for letter d). */
  @YesNoField({ optional: true, example: false })
  readonly countyPartnership?: boolean;
  /** A ground for a longer measure. */
  @CodeNameField({ optional: true, example: 'reduced-work-capacity' })
  readonly ground?: string;
}

export class StartNavMeasureDto extends DatedDto implements Body<'StartNavMeasure'> {
  @IdField()
  readonly measureId: string;
  @NumberField(1, 100)
  readonly percent: number;
}

export class ReviewNavMeasureDto extends DatedDto implements Body<'ReviewNavMeasure'> {
  @IdField()
  readonly measureId: string;
  @CodeField(['as-planned', 'adjust', 'end'])
  readonly outcome: 'as-planned' | 'adjust' | 'end';
  /** Sealed. */
  @NoteField(4000, { optional: true, example: 'Møter stabilt; øker til 80 prosent.' })
  readonly assessment?: string;
}

export class ExtendNavMeasureDto extends DatedDto implements Body<'ExtendNavMeasure'> {
  @IdField()
  readonly measureId: string;
  @DayField({ example: '2026-12-31' })
  readonly to: Day;
  @CodeNameField({ optional: true, example: 'reduced-work-capacity' })
  readonly ground?: string;
}

/** A measure comes to its end. */
class EndMeasureDto extends DatedDto {
  @IdField()
  readonly measureId: string;
  @CodeField(outcomes)
  readonly outcome: MeasureOutcome;
}

export class EndNavMeasureDto extends EndMeasureDto implements Body<'EndNavMeasure'> {}

export class StartCountyMeasureDto extends DatedDto implements Body<'StartCountyMeasure'> {
  @TextField(120, { example: 'Steinkjer vgs, avd. Furuskogen' })
  readonly place: string;
  /** Works towards curriculum goals (opplæringsmål). */
  @YesNoField()
  readonly curriculumGoals: boolean;
  /** Uses up a year of the right (bruk av rett). */
  @YesNoField({ example: false })
  readonly usesRight: boolean;
}

export class EndCountyMeasureDto extends EndMeasureDto implements Body<'EndCountyMeasure'> {}

export class ProposeCombinedMeasureDto extends DatedDto implements Body<'ProposeCombinedMeasure'> {
  @TextField(200, { example: 'Opplæring to dager i uka ved Steinkjer vgs' })
  readonly countyPart: string;
  @TextField(200, { example: 'Arbeidstrening tre dager i uka' })
  readonly navPart: string;
  @DayField({ example: '2026-03-16' })
  readonly from: Day;
  @DayField({ example: '2026-06-30' })
  readonly to: Day;
}

export class SignCombinedMeasureDto extends DatedDto implements Body<'SignCombinedMeasure'> {
  @IdField()
  readonly measureId: string;
}

export class StartCombinedMeasureDto extends DatedDto implements Body<'StartCombinedMeasure'> {
  @IdField()
  readonly measureId: string;
}

export class EndCombinedMeasureDto extends EndMeasureDto implements Body<'EndCombinedMeasure'> {}
