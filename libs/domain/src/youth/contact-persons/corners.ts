import { type ContactRole, trekantRoles } from './contact-persons.events.js';
import { type ContactPersonsState, type Holder, namedOn } from './contact-persons.state.js';
import { isLive } from '../consent/consent.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { daysBetween } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';

/** A role that the agreement wants filled for a youth, and who fills it on the day. */
export type Corner =
  | { readonly role: ContactRole; readonly source: 'named' | 'municipality'; readonly holder: Holder }
  | { readonly role: ContactRole; readonly source: 'vacant'; readonly since: Day };

/** Whether the agency works with the youth: always the trekant, others by a referral or consent that names them. */
export const isInvolved = ({ referral, consent }: Pick<Youth, 'referral' | 'consent'>, role: ContactRole, day: Day): boolean =>
  trekantRoles.some((corner) => corner === role) ||
  referral.referrals.some(({ from, to, status }) => (from === role || to === role) && (status === 'open' || status === 'accepted')) ||
  consent.consents.some((given) => (given.from === role || given.to === role) && isLive(given, day));

/** The last day that the role was given up by name, or on which the youth came to the municipality. */
const vacantSince = (
  named: ContactPersonsState['named'],
  residences: readonly { readonly from: Day }[],
  role: ContactRole,
  day: Day,
): Day =>
  [...named.flatMap(({ role: held, deputy, to }) => (held === role && !deputy && to ? [to] : [])), ...residences.map(({ from }) => from)]
    .filter((since) => since <= day)
    .toSorted()
    .at(-1) ?? day;

const cornerOf = ({ contactPersons, targetGroup }: Youth, role: ContactRole, { terms, on }: DecisionContext): Corner => {
  const named = namedOn(contactPersons, role, on);
  if (named) return { role, source: 'named', holder: named };
  const fixed = terms.fixedPersons.find((person) => person.role === role);
  if (fixed) return { role, source: 'municipality', holder: fixed };
  return { role, source: 'vacant', since: vacantSince(contactPersons.named, targetGroup.residences, role, on) };
};

/** The trekant on the day: who is named for this youth, else the municipality's fixed contact person, else nobody. */
export const corners = (youth: Youth, context: DecisionContext): readonly Corner[] =>
  context.terms.terms.trekant.roles.filter((role) => isInvolved(youth, role, context.on)).map((role) => cornerOf(youth, role, context));

/** The roles that nobody fills, with the days that they have been vacant. */
export const vacancies = (youth: Youth, context: DecisionContext): readonly { readonly role: ContactRole; readonly days: number }[] =>
  corners(youth, context).flatMap((corner) =>
    corner.source === 'vacant' ? [{ role: corner.role, days: daysBetween(corner.since, context.on) }] : [],
  );
