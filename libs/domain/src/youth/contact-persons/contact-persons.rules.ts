import type { ContactPersonsCommand } from './contact-persons.commands.js';
import type { ContactRole } from './contact-persons.events.js';
import { type Named as NamedPerson, findNamed } from './contact-persons.state.js';
import { isInvolved, vacancies } from './corners.js';
import { municipalityOn } from '../target-group/target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import type { Terms } from '../../agreement/terms.js';
import type { Actor } from '../../kernel/agency.js';
import { type Day, covers } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Assigning = Named<ContactPersonsCommand, 'AssignContactPerson'>;
type Naming = Assigning | Named<ContactPersonsCommand, 'ReplaceContactPerson'>;
type Leaving = Named<ContactPersonsCommand, 'ReplaceContactPerson' | 'ReleaseContactPerson'>;
type RoleRule<C> = Rule<Youth, C, DecisionContext>;

const isDeputy = ({ data }: Naming | Leaving): boolean => 'deputy' in data && data.deputy === true;

export const trekantIsComplete: RoleRule<unknown> = {
  id: 'R18',
  code: 'TREKANT_INCOMPLETE',
  kind: 'AGR',
  source: 'SEED4 s. 21 (fixed contact persons per municipality); grace from the terms: PROP',
  says: 'OT, NAV and the municipality each have a contact person for the youth before others are drawn in; a vacancy has a short grace.',
  holds: (youth, _command, context) => vacancies(youth, context).every(({ days }) => days <= context.terms.terms.trekant.graceDays),
  remedy: (youth, _command, context) => {
    const late = vacancies(youth, context).filter(({ days }) => days > context.terms.terms.trekant.graceDays);
    const missing = late.map(({ role, days }) => `${role} (vacant for ${days} days)`).join(', ');
    return `Missing: ${missing}; the grace is ${context.terms.terms.trekant.graceDays} days. Each agency names its own with AssignContactPerson, or a fixed person for the municipality in the agreement (NameFixedContactPerson).`;
  },
};

/** The same for a youth's contact persons and for the fixed ones of a municipality. */
export const ownRole: Rule<unknown, { readonly data: { readonly role: ContactRole } }, { readonly actor: Actor }> = {
  id: 'R19',
  code: 'NOT_YOUR_ROLE',
  kind: 'AGR',
  source: 'SEED4 s. 21',
  says: 'Each agency names, replaces and releases its own contact person.',
  holds: (_state, { data }, { actor }) => actor.agency === data.role,
  remedy: (_state, { data }, { actor }) => `Ask ${data.role} to do it; ${actor.agency} decides on the role ${actor.agency} only.`,
};

export const roleIsFree: RoleRule<Assigning> = {
  id: 'R20',
  code: 'ROLE_ALREADY_FILLED',
  kind: 'AGR',
  source: 'SEED4 s. 21 (one fixed person each); deputies by the terms',
  says: 'One person holds a role; beside the holder one deputy, where the agreement allows it.',
  holds: ({ contactPersons }, command, { terms }) => {
    const present = findNamed(contactPersons, command.data.role, isDeputy(command));
    if (isDeputy(command) && !terms.terms.trekant.allowDeputy) return false;
    return present === undefined || isSamePerson(present, command);
  },
  remedy: ({ contactPersons }, command, { terms }) => {
    if (isDeputy(command) && !terms.terms.trekant.allowDeputy)
      return 'The terms allow no deputies. Use ReplaceContactPerson for somebody new.';
    const since = findNamed(contactPersons, command.data.role, isDeputy(command))?.from;
    if (isDeputy(command)) return `There is a deputy since ${since}. Release the deputy first (ReleaseContactPerson with deputy).`;
    return `The role is filled since ${since}. Use ReplaceContactPerson${terms.terms.trekant.allowDeputy ? ', or name a deputy' : ''}.`;
  },
};

/** Whether the command names who is there already, at the same unit. */
export const isSamePerson = ({ personId, unit }: NamedPerson, { data }: Naming): boolean =>
  personId === data.personId && unit === data.unit;

/** Units of the role's agency that serve the municipality on the day; nothing when the terms list no units of that agency. */
const unitsServing = (
  units: Terms['units'],
  role: ContactRole,
  municipality: string | undefined,
  day: Day,
): readonly string[] | undefined => {
  const ours = units.filter(({ agency }) => agency === role);
  if (ours.length === 0) return undefined;
  return ours
    .filter((unit) => municipality !== undefined && unit.municipalities.includes(municipality) && covers(unit, day))
    .map(({ unit }) => unit);
};

interface Office {
  readonly role: ContactRole;
  readonly unit: string;
}

/** Whether an office answers for a municipality on the day; without a list of the agency's units, any does. */
export const servesOn = ({ role, unit }: Office, municipality: string | undefined, day: Day, { units }: Terms): boolean =>
  unitsServing(units, role, municipality, day)?.includes(unit) ?? true;

/** Names the offices that do answer for the municipality. */
export const officesFor = ({ role }: Office, municipality: string | undefined, day: Day, { units }: Terms): string => {
  const serving = unitsServing(units, role, municipality, day) ?? [];
  return `Units of ${role} for municipality ${municipality ?? 'unknown'} on ${day}: ${serving.join(', ') || 'none in the terms'}.`;
};

export const responsibleUnit: RoleRule<Naming> = {
  id: 'R21',
  code: 'UNIT_NOT_RESPONSIBLE',
  kind: 'AGR',
  source: 'SEED4 s. 21 ("for den enkelte kommune"); NAVL § 13',
  says: 'A contact person works at a unit that serves the municipality where the youth lives.',
  holds: ({ targetGroup }, { data }, { terms, on }) => servesOn(data, municipalityOn(targetGroup, on), on, terms.terms),
  remedy: ({ targetGroup }, { data }, { terms, on }) =>
    `${officesFor(data, municipalityOn(targetGroup, on), on, terms.terms)} If the youth has moved, record that first (ChangeResidence).`,
};

export const roleIsHeld: RoleRule<Leaving> = {
  id: 'R80',
  code: 'ROLE_NOT_HELD',
  kind: 'PROP',
  source: 'PROP: only who is named for the youth can be replaced or released',
  says: 'Somebody who is replaced or released holds the role for this youth.',
  holds: ({ contactPersons }, command) => findNamed(contactPersons, command.data.role, isDeputy(command)) !== undefined,
  remedy: (_youth, { data }) =>
    `Nobody is named for ${data.role}. Use AssignContactPerson; the municipality's fixed contact person is changed in the agreement.`,
};

export const rolesFollowEachOther: RoleRule<Naming | Leaving> = {
  id: 'R81',
  code: 'ROLE_DAYS_OVERLAP',
  kind: 'PROP',
  source: 'PROP: one person in a role on any day',
  says: 'A time in a role begins when the one before has ended, and ends no earlier than it began.',
  holds: ({ contactPersons }, command, { on }) => lastDayKnown(contactPersons.named, command) <= on,
  remedy: ({ contactPersons }, command) => `Give a day no earlier than ${lastDayKnown(contactPersons.named, command)}.`,
};

/** The last day on which the role began or ended for somebody; before all days when it never has. */
const lastDayKnown = (named: readonly NamedPerson[], command: Naming | Leaving): Day =>
  named
    .filter(({ role, deputy }) => role === command.data.role && deputy === isDeputy(command))
    .map(({ from, to }) => to ?? from)
    .toSorted()
    .at(-1) ?? '';

export const agencyIsInvolved: RoleRule<Naming> = {
  id: 'R82',
  code: 'AGENCY_NOT_INVOLVED',
  kind: 'PROP',
  source: 'PROP on BVL § 13-1, FVL § 13: that PPT or barnevern knows the youth is confidential in itself',
  says: 'PPT and barnevern have a contact person for a youth only when a referral or a consent involves them.',
  holds: (youth, { data }, { on }) => isInvolved(youth, data.role, on),
  remedy: (_youth, { data }, { on }) =>
    `No referral to or from ${data.role} is open or accepted, and no consent names ${data.role} on ${on}. Record the consent (GiveConsent)${data.role === 'PPT' ? ' or refer the youth (ReferToPpt)' : ''} first.`,
};
