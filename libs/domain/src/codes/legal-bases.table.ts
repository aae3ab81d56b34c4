import type { StatutoryBasis } from './legal-basis.js';
import { sharingAgencies } from '../kernel/agency.js';
import { type Category, categories } from '../kernel/catalogue.js';

const OPL_2023 = { from: '2024-08-01' } as const;
const OPL_1998 = { from: '1999-08-01', to: '2024-07-31' } as const;
const BVL_2021 = { from: '2023-01-01' } as const;
const BVL_1992 = { from: '1993-01-01', to: '2022-12-31' } as const;

/** What a body may tell to promote its own tasks: never health, family, child welfare or needs assessment without consent. */
const ORDINARY: readonly Category[] = ['identity', 'contact', 'follow-up', 'education', 'work-and-measures', 'coordination', 'consent'];
const CONSERVATIVE = 'which categories: PROP, the law only says what is necessary';

/** Connection, decisions and what promotes the sender's own tasks (FVL § 13 b first paragraph no. 5). */
const OWN_TASKS = 'connection with the body, decisions made, or what is needed to promote the tasks of the one who shares';
const CONCERN = 'reason to believe that a child is in one of the situations that the section lists';
const toChildWelfare = { recipients: ['BV'], categories, needs: CONCERN, neverBlocked: true } as const;

/** Every provision, in order; older acts where a youth's history may cite them (their sections: general knowledge). */
export const statutoryBases: readonly StatutoryBasis[] = [
  {
    code: 'FVL_13B_1_5',
    title: 'forvaltningsloven § 13 b første ledd nr. 5',
    source: 'FVL § 13 b',
    validity: { from: '1978-01-01' },
    senders: ['OT', 'PPT', 'KOM', 'SCH'],
    recipients: sharingAgencies,
    categories: ORDINARY,
    needs: OWN_TASKS,
    reading: CONSERVATIVE,
  },
  {
    code: 'NAVL_7',
    title: 'NAV-loven § 7, jf. forvaltningsloven § 13 b',
    source: 'NAVL § 7',
    validity: { from: '2006-07-01' },
    senders: ['NAV'],
    recipients: sharingAgencies,
    categories: ORDINARY,
    needs: "needed for NAV's own tasks",
    reading: CONSERVATIVE,
  },
  {
    code: 'STL_44',
    title: 'sosialtjenesteloven § 44, jf. forvaltningsloven § 13 b',
    source: 'STL § 44',
    validity: { from: '2010-01-01' },
    senders: ['NAV', 'KOM'],
    recipients: sharingAgencies,
    categories: ORDINARY,
    needs: "needed for the social service's own tasks",
    reading: CONSERVATIVE,
  },
  {
    code: 'BVL_13_1',
    title: 'barnevernsloven § 13-1',
    source: 'BVL § 13-1',
    validity: BVL_2021,
    senders: ['BV'],
    recipients: sharingAgencies,
    categories: [...ORDINARY, 'child-welfare'],
    needs: "needed for barnevern's own tasks",
    reading: CONSERVATIVE,
  },
  {
    code: 'BVL92_6_7',
    title: 'barnevernloven 1992 § 6-7',
    source: 'general knowledge',
    validity: BVL_1992,
    senders: ['BV'],
    recipients: sharingAgencies,
    categories: [...ORDINARY, 'child-welfare'],
    needs: "needed for barnevern's own tasks",
    reading: CONSERVATIVE,
  },
  {
    code: 'OPL_25_1_3',
    title: 'opplæringslova § 25-1 tredje ledd',
    source: 'OPL § 25-1 third and last paragraph',
    validity: OPL_2023,
    senders: ['SCH', 'KOM'],
    recipients: ['OT'],
    categories: ['identity', 'contact', 'education', 'follow-up'],
    needs: 'from grunnskole, and needed to follow up those in the OT target group',
    reading: CONSERVATIVE,
  },
  {
    code: 'OPF_8_3_2',
    title: 'opplæringsforskrifta § 8-3 andre ledd',
    source: 'OPF § 8-3 second paragraph',
    validity: OPL_2023,
    senders: ['OT'],
    recipients: ['guardian'],
    categories: ['contact', 'follow-up'],
    needs: 'the youth is under 18, the information is that of letter b, and no other law makes it confidential',
  },
  {
    code: 'AML_19',
    title: 'arbeidsmarkedsloven § 19',
    source: 'AML § 19',
    validity: { from: '2005-07-01' },
    senders: ['OT', 'PPT', 'BV', 'KOM', 'SCH'],
    recipients: ['NAV'],
    categories: [...ORDINARY, 'needs-assessment', 'health'],
    needs: 'an order from NAV for what it needs for its tasks under the act',
    reading: CONSERVATIVE,
  },
  {
    code: 'BVL_13_4',
    title: 'barnevernsloven § 13-4',
    source: 'BVL § 13-4',
    validity: BVL_2021,
    senders: ['OT', 'NAV', 'PPT', 'KOM', 'SCH'],
    recipients: ['BV'],
    categories,
    needs: 'an order from barnevern in one of the cases that the section lists',
  },
  {
    code: 'OPL_24_3',
    title: 'opplæringslova § 24-3',
    source: 'OPL § 24-3',
    validity: OPL_2023,
    senders: ['OT', 'PPT', 'SCH'],
    ...toChildWelfare,
  },
  {
    code: 'OPL98_15_3',
    title: 'opplæringslova 1998 § 15-3',
    source: 'general knowledge',
    validity: OPL_1998,
    senders: ['OT', 'PPT', 'SCH'],
    ...toChildWelfare,
  },
  {
    code: 'BVL_13_2',
    title: 'barnevernsloven § 13-2',
    source: 'BVL § 13-2',
    validity: BVL_2021,
    senders: sharingAgencies,
    ...toChildWelfare,
  },
  {
    code: 'BVL92_6_4',
    title: 'barnevernloven 1992 § 6-4',
    source: 'general knowledge',
    validity: BVL_1992,
    senders: sharingAgencies,
    ...toChildWelfare,
  },
  {
    code: 'STL_45',
    title: 'sosialtjenesteloven § 45',
    source: 'STL § 45',
    validity: { from: '2010-01-01' },
    senders: ['NAV', 'KOM'],
    ...toChildWelfare,
  },
  {
    code: 'FVL_13B_1_7',
    title: 'forvaltningsloven § 13 b første ledd nr. 7',
    source: 'FVL § 13 b; first day of no. 7: general knowledge',
    validity: { from: '1978-01-01' },
    senders: sharingAgencies,
    recipients: [...sharingAgencies, 'guardian'],
    categories,
    needs: 'needed to avert danger to life or health',
    neverBlocked: true,
  },
  {
    code: 'FVL25_34_1_F',
    title: 'forvaltningslova 2025 § 34 første ledd bokstav f',
    source: 'FVL25 § 34; adopted 2025-06-20, not in force in the 2026 snapshot',
    senders: ['OT', 'PPT', 'KOM', 'SCH'],
    recipients: sharingAgencies,
    categories: ORDINARY,
    needs: `${OWN_TASKS}, and proportionate (second paragraph)`,
    reading: CONSERVATIVE,
  },
];
