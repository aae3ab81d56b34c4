import type { AgeRule, DurationLimit, ExtensionGround, NavMeasure } from './nav-measure.js';

const reached = (age: number): AgeRule => ({ kind: 'age-reached', age });
const inYear = (age: number): AgeRule => ({ kind: 'year-turned', age });
const months = (count: number, ...grounds: ExtensionGround[]): DurationLimit => ({ unit: 'months', count, grounds });
const weeks = (count: number, ...grounds: ExtensionGround[]): DurationLimit => ({ unit: 'weeks', count, grounds });

type Facts = Partial<Omit<NavMeasure, 'code' | 'labelNb' | 'labelEn' | 'source'>>;

/** TILT is in force from 2016-01-01; earlier wordings of its sections were not read, the 2026 snapshot is used throughout. */
const measure = (code: string, labelNb: string, labelEn: string, source: string, facts: Facts = {}): NavMeasure => ({
  code,
  labelNb,
  labelEn,
  aliases: [],
  minimumAge: reached(16),
  durations: [],
  needsAssessment: false,
  countyOfferAssessed: false,
  healthBased: false,
  from: '2016-01-01',
  source,
  ...facts,
});

/** As the measure was before TILT (FOR-2008-12-11-1320, not read): limits as in TILT are PROP. */
const beforeTilt = (
  { ...later }: NavMeasure,
  names: Facts & { readonly labelNb?: string; readonly labelEn?: string } = {},
): NavMeasure => ({
  ...later,
  ...names,
  from: '2009-01-01',
  to: '2015-12-31',
  source: `FOR-2008-12-11-1320, not read; limits as in ${later.source}: PROP`,
});

const clarification = measure('AVKLARING', 'Avklaring', 'Clarification', 'TILT ch. 2; § 2-4', {
  aliases: ['AVKLARAG'],
  durations: [weeks(4), weeks(12, 'continued-need')],
});
const workTraining = measure('ARBEIDSTRENING', 'Arbeidstrening', 'Work training', 'TILT ch. 3; § 3-5', {
  aliases: ['ARBTREN'],
  durations: [months(12), months(18, 'reduced-work-capacity')],
  reviewEveryMonths: 3,
});
const followUp = measure('OPPFOLGING', 'Oppfølging', 'Follow-up', 'TILT ch. 4; § 4-4', {
  aliases: ['INDOPPFAG'],
  durations: [
    months(6),
    months(12, 'continued-need'),
    months(36, 'reduced-work-capacity'),
    months(42, 'reduced-work-capacity', 'school-transition'),
  ],
});
const mentor = measure('MENTOR', 'Mentor', 'Mentor', 'TILT ch. 5; § 5-4 (formal-training: only under 30)', {
  durations: [months(6), months(36, 'reduced-work-capacity'), months(36, 'formal-training')],
});

const UP_TO_THREE_YEARS = [months(36)];
const OR_FOUR_COMBINED = [months(36), months(48, 'combined-course')];
const OR_LONGER = [months(36), months(48, 'special-reasons')];
const training = (kind: 'a' | 'b' | 'c' | 'd' | 'e', aliases: readonly string[], durations: readonly DurationLimit[]): Facts => ({
  aliases,
  durations,
  trainingKind: kind,
  minimumAge: inYear(19),
  countyOfferAssessed: true,
});
const TRAINING = 'TILT ch. 7; §§ 7-3, 7-4, 7-6';
const courses = measure(
  'ARBEIDSMARKEDSOPPLAERING',
  'Arbeidsmarkedsopplæring (AMO)',
  'Labour market training',
  TRAINING,
  training('a', ['GRUPPE_ARBEIDSMARKEDSOPPLAERING', 'ENKELTPLASS_ARBEIDSMARKEDSOPPLAERING', 'GRUPPEAMO', 'ENKELAMO'], UP_TO_THREE_YEARS),
);
const trainings = [
  courses,
  measure(
    'NORSKOPPLAERING_GRUNNLEGGENDE_FERDIGHETER_FOV',
    'Norskopplæring, grunnleggende ferdigheter og FOV',
    'Norwegian, basic skills and preparatory training for adults',
    TRAINING,
    training('b', [], OR_FOUR_COMBINED),
  ),
  measure('STUDIESPESIALISERING', 'Studiespesialisering', 'General studies', TRAINING, training('c', [], OR_FOUR_COMBINED)),
  measure('FAG_OG_YRKESOPPLAERING', 'Fag- og yrkesopplæring', 'Vocational training', TRAINING, {
    ...training(
      'd',
      ['GRUPPE_FAG_OG_YRKESOPPLAERING', 'ENKELTPLASS_FAG_OG_YRKESOPPLAERING', 'GRUFAGYRKE', 'ENKFAGYRKE'],
      [...OR_FOUR_COMBINED, ...OR_LONGER, months(60, 'combined-course', 'special-reasons')],
    ),
    partnershipAge: inYear(16),
  }),
  measure(
    'HOYERE_YRKESFAGLIG_UTDANNING',
    'Høyere yrkesfaglig utdanning',
    'Higher vocational education',
    TRAINING,
    training('e', [], OR_LONGER),
  ),
  measure('HOYERE_UTDANNING', 'Høyere utdanning', 'Higher education', TRAINING, {
    aliases: ['HOYEREUTD'],
    durations: [...OR_FOUR_COMBINED, ...OR_LONGER, months(60, 'combined-course', 'special-reasons')],
    trainingKind: 'f',
    minimumAge: inYear(22),
    healthBased: true,
  }),
];

const subsidised = [
  measure('SOMMERJOBB', 'Tilskudd til sommerjobb', 'Summer job', 'TILT ch. 8; §§ 8-3, 8-4; first day: the day of FOR-2021-04-22-1229', {
    aliases: ['TILSJOBB'],
    endAge: reached(30),
    durations: [weeks(4)],
    needsAssessment: true,
    season: { from: '06-01', to: '08-31' },
    from: '2021-04-22',
  }),
  measure('MIDLERTIDIG_LONNSTILSKUDD', 'Midlertidig lønnstilskudd', 'Temporary wage subsidy', 'TILT ch. 9; §§ 9-3, 9-4', {
    aliases: ['MIDLONTIL'],
    durations: [months(12), months(24, 'reduced-work-capacity')],
    needsAssessment: true,
  }),
  measure('VARIG_LONNSTILSKUDD', 'Varig lønnstilskudd', 'Lasting wage subsidy', 'TILT ch. 10; § 10-4', {
    aliases: ['VARLONTIL'],
    needsAssessment: true,
    healthBased: true,
  }),
];

const sheltered = [
  measure('ARBEIDSFORBEREDENDE_TRENING', 'Arbeidsforberedende trening (AFT)', 'Work preparation training', 'TILT ch. 13; §§ 13-2, 13-4', {
    aliases: ['ARBFORB', 'AFT'],
    durations: [months(12), months(24, 'continued-need'), months(36, 'formal-training')],
    reviewEveryMonths: 3,
    needsAssessment: true,
    healthBased: true,
  }),
  measure('ARBEIDSRETTET_REHABILITERING', 'Arbeidsrettet rehabilitering', 'Work-oriented rehabilitation', 'TILT ch. 12; § 12-4', {
    aliases: ['ARBRRHDAG'],
    durations: [weeks(12)],
    healthBased: true,
  }),
];

const others = [
  measure('JOBBKLUBB', 'Jobbklubb', 'Job club', 'TILT § 4-2; MUL', { aliases: ['JOBBK'] }),
  measure('DIGITALT_OPPFOLGINGSTILTAK', 'Digitalt oppfølgingstiltak', 'Digital follow-up', 'MUL', { aliases: ['DIGIOPPARB'] }),
  measure('IPSUNG', 'IPS ung', 'IPS for young people', 'IPSU; first day: PROP', { endAge: reached(30), healthBased: true }),
  measure('KVP', 'Kvalifiseringsprogrammet', 'Qualification programme', 'STL §§ 29–32, 50', {
    aliases: ['KVALIFISERINGSPROGRAM'],
    minimumAge: reached(18),
    endAge: reached(67),
    durations: [months(24), months(36, 'special-reasons')],
    needsAssessment: true,
    from: '2010-01-01',
  }),
  measure('UNGDOMSPROGRAMMET', 'Ungdomsprogrammet', 'Youth programme (trial)', 'UP; first day: general knowledge', {
    minimumAge: reached(18),
    endAge: reached(29),
    durations: [months(12)],
    from: '2025-08-01',
  }),
];

/** Every measure by date. Names and codes as in MUL; English names are ours. */
export const navMeasures: readonly NavMeasure[] = [
  clarification,
  beforeTilt(clarification),
  workTraining,
  beforeTilt(workTraining, { labelNb: 'Arbeidspraksis', labelEn: 'Work practice', aliases: ['ARBEIDSPRAKSIS', 'PRAKSORD', 'PRAKSKJERM'] }),
  followUp,
  beforeTilt(followUp),
  mentor,
  ...trainings,
  beforeTilt(courses),
  ...subsidised,
  ...sheltered,
  ...others,
];
