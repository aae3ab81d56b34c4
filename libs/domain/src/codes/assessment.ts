import type { Choice, Labelled } from './dated.js';

/** The outcome of NAV's needs assessment (innsatsgruppe, NAVL § 14 a). May reveal reduced work capacity: sensitivity S3. */
export interface EffortGroup extends Labelled {
  /** The name that NAV used before. */
  readonly formerCode: string;
  readonly arenaCode: string;
  readonly reducedWorkCapacity: boolean;
  /** NAV's letter tells of the youth guarantee when the youth is of age for it (VEDT). */
  readonly youthGuarantee: boolean;
}

type Flags = Pick<EffortGroup, 'reducedWorkCapacity' | 'youthGuarantee'>;

const group = (code: string, formerCode: string, arenaCode: string, labels: readonly [string, string], flags: Flags): EffortGroup => ({
  code,
  formerCode,
  arenaCode,
  labelNb: labels[0],
  labelEn: labels[1],
  ...flags,
});

const GOOD = ['Gode muligheter', 'Good prospects'] as const;
const GUIDANCE = ['Trenger veiledning', 'Needs guidance'] as const;
const GUIDANCE_REDUCED = ['Trenger veiledning, nedsatt arbeidsevne', 'Needs guidance, reduced work capacity'] as const;
const PARTLY = ['Jobbe delvis', 'Can work in part'] as const;
const SMALL = ['Liten mulighet til å jobbe', 'Small prospects of working'] as const;

const JOB_READY: Flags = { reducedWorkCapacity: false, youthGuarantee: false };
const LASTING: Flags = { reducedWorkCapacity: true, youthGuarantee: false };

/** The five groups (MUL, VEDT; domain § 4.1). Which flag goes with which: VEDT for the guarantee, the names for the capacity. */
export const effortGroups: readonly EffortGroup[] = [
  group('GODE_MULIGHETER', 'STANDARD_INNSATS', 'IKVAL', GOOD, JOB_READY),
  group('TRENGER_VEILEDNING', 'SITUASJONSBESTEMT_INNSATS', 'BFORM', GUIDANCE, { reducedWorkCapacity: false, youthGuarantee: true }),
  group('TRENGER_VEILEDNING_NEDSATT_ARBEIDSEVNE', 'SPESIELT_TILPASSET_INNSATS', 'BATT', GUIDANCE_REDUCED, {
    reducedWorkCapacity: true,
    youthGuarantee: true,
  }),
  group('JOBBE_DELVIS', 'GRADERT_VARIG_TILPASSET_INNSATS', 'VARIG', PARTLY, LASTING),
  group('LITEN_MULIGHET_TIL_A_JOBBE', 'VARIG_TILPASSET_INNSATS', 'VARIG', SMALL, LASTING),
];

/** The group by its code, the code it had before, or Arena's where that names one group only. */
export const findEffortGroup = (code: string): EffortGroup | undefined => {
  const byName = effortGroups.find((known) => known.code === code || known.formerCode === code);
  const byArena = effortGroups.filter(({ arenaCode }) => arenaCode === code);
  return byName ?? (byArena.length === 1 ? byArena[0] : undefined);
};

/** What the help aims at (hovedmål; MUL, VEDT). */
export const mainGoals: readonly Choice[] = [
  { code: 'SKAFFE_ARBEID', labelNb: 'Skaffe arbeid', labelEn: 'Get work' },
  { code: 'BEHOLDE_ARBEID', labelNb: 'Beholde arbeid', labelEn: 'Keep work' },
  { code: 'OKE_DELTAKELSE', labelNb: 'Øke deltakelse', labelEn: 'Take a greater part in working life' },
];
