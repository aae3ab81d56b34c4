import type { SharingRecipient } from './legal-basis.js';
import { type Dated, type Labelled, inForce } from './dated.js';
import { statutoryLimit } from './statutory-limits.js';
import type { SharingAgency } from '../kernel/agency.js';
import type { Category } from '../kernel/catalogue.js';
import type { Day } from '../kernel/day.js';

/** What shared information may be used for (formål). */
export interface SharingPurpose extends Labelled {
  readonly code: 'coordinate-follow-up' | 'referral' | 'nav-measure' | 'ppt-assessment' | 'joint-plan' | 'involve-guardian' | 'aftercare';
}

/** The purposes, in the order of a consent form. PROP: no source lists them. */
export const sharingPurposes: readonly SharingPurpose[] = [
  { code: 'coordinate-follow-up', labelNb: 'Samordne oppfølgingen', labelEn: 'Coordinate the follow-up' },
  { code: 'referral', labelNb: 'Henvise til en annen tjeneste', labelEn: 'Refer to another service' },
  { code: 'nav-measure', labelNb: 'Tiltak hos NAV', labelEn: 'A NAV measure' },
  { code: 'ppt-assessment', labelNb: 'Sakkunnig vurdering fra PPT', labelEn: 'Expert assessment by PPT' },
  { code: 'joint-plan', labelNb: 'Felles plan', labelEn: 'Joint plan' },
  { code: 'involve-guardian', labelNb: 'Involvere foresatte', labelEn: 'Involve the guardians' },
  { code: 'aftercare', labelNb: 'Ettervern fra barnevernet', labelEn: 'Aftercare from barnevern' },
];

/** Who gives a consent. `guardian` is one who acts alone: sole responsibility, or authorised by the other (VGM §§ 16–18). */
export type Giver = 'youth' | 'guardian' | 'both-guardians';

/** What a consent would be about, and how old the youth is on the day. */
export interface ConsentQuestion {
  readonly purpose: SharingPurpose['code'];
  readonly from: SharingAgency;
  readonly to: SharingRecipient;
  readonly categories: readonly Category[];
  readonly age: number;
  readonly on: Day;
}

/** Who must consent: any one of the combinations is enough, and in it everybody. */
export interface ConsentGivers {
  readonly combinations: readonly (readonly Giver[])[];
  /** The age from which the youth consents alone. */
  readonly aloneFrom: number;
  readonly kind: 'LAW' | 'GUIDANCE' | 'PROP';
  readonly source: string;
}

/** From which age a youth consents alone, for what the row matches. */
export interface ConsentAge extends Dated {
  readonly code: string;
  readonly aloneFrom: number;
  readonly kind: ConsentGivers['kind'];
  readonly matches: (question: ConsentQuestion, category: Category) => boolean;
}

const SPECIAL: readonly Category[] = ['health', 'needs-assessment', 'child-welfare'];
const isEducation = (party: SharingRecipient): boolean => ['OT', 'PPT', 'SCH', 'KOM'].includes(party);
const between = ({ from, to }: ConsentQuestion, isOne: (party: SharingRecipient) => boolean): boolean => isOne(from) && isOne(to);
const withNav = ({ purpose, from, to }: ConsentQuestion): boolean => purpose === 'nav-measure' || from === 'NAV' || to === 'NAV';

const START = '2000-01-01';

/** The rows in order: for each category the first that matches holds, and of several categories the strictest. */
export const consentAges: readonly ConsentAge[] = [
  {
    code: 'nav',
    aloneFrom: 18,
    kind: 'LAW',
    matches: withNav,
    from: START,
    source: 'SAMF; TILT § 1-3; UG; IPSU. That it also holds for what NAV gives out: PROP',
  },
  {
    code: 'ppt-assessment',
    aloneFrom: 15,
    kind: 'LAW',
    matches: (question, category) =>
      question.purpose === 'ppt-assessment' && category !== 'child-welfare' && between(question, isEducation),
    from: START,
    source: 'OPL §§ 11-7, 24-5; before 2024-08-01 BL § 32',
  },
  {
    code: 'health-referral',
    aloneFrom: 16,
    kind: 'PROP',
    matches: ({ purpose, to }, category) => purpose === 'referral' && to === 'KOM' && category === 'health',
    from: START,
    source: 'pasient- og brukerrettighetsloven § 4-3 (not looked up), for referral to municipal health services',
  },
  {
    code: 'special-category',
    aloneFrom: 18,
    kind: 'GUIDANCE',
    matches: (_question, category) => SPECIAL.includes(category),
    from: START,
    source: 'DT (both versions)',
  },
  {
    code: 'involve-guardian',
    aloneFrom: 15,
    kind: 'PROP',
    matches: ({ purpose, to }) => purpose === 'involve-guardian' || to === 'guardian',
    from: START,
    source: 'AGR VFK17; age as in OPL § 24-5. Guardians of minors have rights of their own beside it',
  },
  {
    code: 'aftercare',
    aloneFrom: 15,
    kind: 'PROP',
    matches: ({ purpose }) => purpose === 'aftercare',
    from: START,
    source: "BVL § 3-6 (the youth's own consent); the age: party rights from 15, not looked up",
  },
  {
    code: 'own-education-1981',
    aloneFrom: 15,
    kind: 'LAW',
    matches: (question) => between(question, isEducation),
    from: START,
    to: '2024-07-31',
    source: 'BL § 32. That OT follow-up with the municipality counts as education: PROP',
  },
  {
    code: 'own-education',
    aloneFrom: 15,
    kind: 'LAW',
    matches: (question) => between(question, isEducation),
    from: '2024-08-01',
    source: 'OPL § 24-5. That OT follow-up with the municipality counts as education: PROP',
  },
  { code: 'general', aloneFrom: 18, kind: 'GUIDANCE', matches: () => true, from: START, source: 'DT (newer version, main rule)' },
];

const strictest = (question: ConsentQuestion): ConsentAge | undefined => {
  const rows = inForce(consentAges, question.on);
  return question.categories
    .flatMap((category) => rows.find((row) => row.matches(question, category)) ?? [])
    .reduce<ConsentAge | undefined>((best, row) => (best && best.aloneFrom >= row.aloneFrom ? best : row), undefined);
};

/** From 15 the youth consents together with the guardians; below that the guardians do, having heard the youth. PROP on BL §§ 31–33. */
const below = (age: number): ConsentGivers['combinations'] =>
  age >= statutoryLimit('own-education-age')
    ? [
        ['youth', 'guardian'],
        ['youth', 'both-guardians'],
      ]
    : [['guardian'], ['both-guardians']];

/** Who may consent to a sharing (R25): keyed by purpose, agencies, categories and day, not by one age. */
export const consentGivers = (question: ConsentQuestion): ConsentGivers => {
  const majority = statutoryLimit('majority');
  if (question.age >= majority) return { combinations: [['youth']], aloneFrom: majority, kind: 'LAW', source: 'VGM § 8; SAMF' };
  const { aloneFrom, kind, source } = strictest(question) ?? { aloneFrom: majority, kind: 'LAW' as const, source: 'VGM § 8' };
  return { combinations: question.age >= aloneFrom ? [['youth']] : below(question.age), aloneFrom, kind, source };
};

/** Whether this giver has a part in the consent, alone or together with others. */
export const mayTakePart = (giver: Giver, { combinations }: ConsentGivers): boolean =>
  combinations.some((givers) => givers.includes(giver));

/** Whether those who have consented are enough; both guardians count as one as well. */
export const areEnough = (given: readonly Giver[], { combinations }: ConsentGivers): boolean =>
  combinations.some((needed) =>
    needed.every((giver) => given.includes(giver) || (giver === 'guardian' && given.includes('both-guardians'))),
  );
