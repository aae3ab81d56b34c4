import { defaultTerms } from '../agreement/terms.js';
import type { Actor, Agency } from '../kernel/agency.js';
import type { DecisionContext } from '../youth/youth.context.js';
import type { YouthEvent } from '../youth/youth.state.js';

/** Somebody of an agency, at an office in Steinkjer. */
export const somebodyOf = (agency: Agency): Actor => ({
  id: `${agency.toLowerCase()}-1`,
  name: `Saksbehandler ${agency}`,
  agency,
  unit: `${agency.toLowerCase()}-5006`,
  role: 'adviser',
  ...((agency === 'OT' || agency === 'SCH') && { county: '50' }),
});

/** A Tuesday in March under the law of today, an OT adviser in Trøndelag, an agreement between all, the default terms. */
export const usual: DecisionContext = {
  today: '2026-03-10',
  on: '2026-03-10',
  actor: somebodyOf('OT'),
  newId: 'new-id',
  terms: {
    terms: defaultTerms,
    agreement: { agreementId: 'agreement-1', parties: ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'] },
    fixedPersons: [],
  },
  onlySyntheticIdentities: true,
};

/** A youth of Steinkjer, born so as to be 17 on 2026-03-10 unless said otherwise. */
export const registered = (birthDate = '2008-05-20', municipality = '5006'): readonly YouthEvent[] => [
  { type: 'YouthStreamOpened', data: { birthDate, municipality, on: '2025-09-01' } },
];

/** In OT's target group since the autumn, after quitting school. */
export const enrolled = (birthDate?: string, on = '2025-09-01'): readonly YouthEvent[] => [
  ...registered(birthDate),
  { type: 'TargetGroupMembershipOpened', data: { reason: 'quit', schoolYear: '2025/26', until: '2032-12-31', reentry: false, on } },
];
