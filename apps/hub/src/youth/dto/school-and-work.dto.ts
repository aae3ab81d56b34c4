import { type DataOf, type Day, type DeadlineKind, type YouthCommand, interruptionCauses } from '@samspor/domain';
import { CodeField, CodeNameField, DayField, IdField, NoteField, NumberField, TextField, TextsField, YesNoField } from '../../fields.js';
import { DatedDto } from '../../dated.dto.js';

type Body<Type extends YouthCommand['type']> = DataOf<YouthCommand, Type>;

const deadlineKinds: readonly DeadlineKind[] = ['feb1', 'mar1', 'late', 'via-ot'];
const contractKinds = ['apprentice', 'trainee', 'practice-certificate'] as const;
const competences = ['basic', 'vocational', 'study'] as const;
const causes = interruptionCauses.map(({ code }) => code);

export class SubmitSchoolApplicationDto extends DatedDto implements Body<'SubmitSchoolApplication'> {
  /** Which deadline it is meant for; via OT there is none. */
  @CodeField(deadlineKinds, { example: 'mar1' })
  readonly deadlineKind: DeadlineKind;
  @TextsField(60, 6, { example: ['TP1', 'BA1'] })
  readonly programmes: readonly string[];
}

export class OfferSchoolPlaceDto extends DatedDto implements Body<'OfferSchoolPlace'> {
  @TextField(120, { example: 'Steinkjer videregående skole' })
  readonly place: string;
  @CodeNameField({ example: 'TP1' })
  readonly programme: string;
}

export class DeclineSchoolPlaceDto extends DatedDto implements Body<'DeclineSchoolPlace'> {
  @IdField()
  readonly offerId: string;
}

export class StartSchoolDto extends DatedDto implements Body<'StartSchool'> {
  @TextField(120, { example: 'Steinkjer videregående skole' })
  readonly school: string;
  @CodeNameField({ example: 'TP1' })
  readonly programme: string;
  @YesNoField({ optional: true, example: false })
  readonly private?: boolean;
}

export class RecordSchoolNoShowDto extends DatedDto implements Body<'RecordSchoolNoShow'> {
  @TextField(120, { example: 'Steinkjer videregående skole' })
  readonly school: string;
}

export class InterruptSchoolDto extends DatedDto implements Body<'InterruptSchool'> {
  /** Årsak til avbrudd. */
  @CodeField(causes)
  readonly cause: string;
  /** Sealed. */
  @NoteField(2000, { optional: true, example: 'Ønsker omvalg til høsten.' })
  readonly note?: string;
}

export class CompleteSchoolDto extends DatedDto implements Body<'CompleteSchool'> {
  @CodeField(competences, { example: 'vocational' })
  readonly competence: 'basic' | 'vocational' | 'study';
}

export class StartApprenticeshipDto extends DatedDto implements Body<'StartApprenticeship'> {
  @CodeField(contractKinds)
  readonly contractKind: 'apprentice' | 'trainee' | 'practice-certificate';
  /** Lærefag. */
  @TextField(80, { example: 'Industrimekanikerfaget' })
  readonly trade: string;
}

export class TerminateApprenticeshipDto extends DatedDto implements Body<'TerminateApprenticeship'> {
  @CodeField(causes)
  readonly cause: string;
}

export class StartEmploymentDto extends DatedDto implements Body<'StartEmployment'> {
  @NumberField(1, 100)
  readonly percent: number;
  @CodeField(['youth', 'register', 'employer'])
  readonly source: 'youth' | 'register' | 'employer';
}

export class RegisterMilitaryServiceDto extends DatedDto implements Body<'RegisterMilitaryService'> {
  @DayField({ optional: true, example: '2027-01-31' })
  readonly to?: Day;
}
