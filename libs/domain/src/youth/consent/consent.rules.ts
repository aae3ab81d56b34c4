import type { ConsentCommand } from './consent.commands.js';
import type { ConsentEvent, ConsentGiver, ConsentScope } from './consent.events.js';
import { type Consent, findConsent, isStanding } from './consent.state.js';
import { ageOf, isAdult, isLapsed } from './sharing.js';
import { membershipOn } from '../target-group/target-group.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { type ConsentGivers, consentGivers, mayTakePart } from '../../codes/consent-ages.js';
import { addDays, addMonths } from '../../kernel/calendar.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type Giving = Named<ConsentCommand, 'GiveConsent'>;
type Refusing = Named<ConsentCommand, 'RefuseConsent'>;
type Withdrawing = Named<ConsentCommand, 'WithdrawConsent'>;
type Expiring = Named<ConsentCommand, 'ExpireConsent'>;
type ConsentRule<C> = Rule<Youth, C, DecisionContext>;

/** The days that a consent is to hold: as said, else from today for as long as the terms set. */
export const periodOf = ({ data }: Giving, { on, terms }: DecisionContext): { readonly validFrom: Day; readonly validTo: Day } => {
  const validFrom = data.validFrom ?? on;
  return { validFrom, validTo: data.validTo ?? addMonths(validFrom, terms.terms.consent.defaultMonths) };
};

export const consentIsWhole: ConsentRule<Giving | Refusing> = {
  id: 'R87',
  code: 'CONSENT_INCOMPLETE',
  kind: 'PROP',
  source: 'PROP modelled on VTFK, VFK17, SAMF (domain § 5.3)',
  says: 'A consent names two different parties and at least one category, and holds for days that have not begun before it is given.',
  holds: (_youth, command, context) => {
    const { from, to, categories } = command.data;
    if (to === from || categories.length === 0) return false;
    if (command.type === 'RefuseConsent') return true;
    const { validFrom, validTo } = periodOf(command, context);
    return context.on <= validFrom && validFrom <= validTo;
  },
  remedy: (_youth, _command, { on }) =>
    `Name another recipient than the sender, at least one category, a first day from ${on} on and a last day after it.`,
};

interface Told {
  readonly scope: ConsentScope;
  readonly giver: ConsentGiver;
}

const told = (command: Giving | Refusing | Withdrawing, { consent }: Youth): Told | undefined => {
  if (command.type !== 'WithdrawConsent') return { scope: command.data, giver: command.data.giver };
  const scope = findConsent(consent, command.data.consentId);
  return scope && { scope, giver: command.data.by };
};

const giversOn = ({ purpose, from, to, categories }: ConsentScope, youth: Youth, on: Day): ConsentGivers =>
  consentGivers({ purpose, from, to, categories, age: ageOf(youth, on), on });

/** Who gave a consent as a minor's guardian takes it back as one, though the youth may have come of an age to decide alone. */
const takesBackOwn = (command: Giving | Refusing | Withdrawing, youth: Youth, on: Day): boolean =>
  command.type === 'WithdrawConsent' &&
  !isAdult(youth, on) &&
  findConsent(youth.consent, command.data.consentId)?.giver === command.data.by;

export const giverIsCompetent: ConsentRule<Giving | Refusing | Withdrawing> = {
  id: 'R25',
  code: 'CONSENT_GIVER_NOT_COMPETENT',
  kind: 'LAW',
  source: 'OPL § 24-5; SAMF; POL § 5; VGM §§ 9, 16–18; DT',
  says: 'Who gives, refuses or withdraws a consent may decide on it, by the age of the youth, the agencies, the purpose and the categories.',
  holds: (youth, command, { on }) => {
    const who = told(command, youth);
    return who === undefined || mayTakePart(who.giver, giversOn(who.scope, youth, on)) || takesBackOwn(command, youth, on);
  },
  remedy: (youth, command, { on }) => {
    const who = told(command, youth);
    if (who === undefined) return 'Use the id of a consent in the ledger.';
    const { combinations, source } = giversOn(who.scope, youth, on);
    return `Here it is for ${combinations.map((givers) => givers.join(' together with ')).join(', or ')} (${source}).`;
  },
};

const isSameScope = (a: ConsentScope, b: ConsentScope): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.purpose === b.purpose &&
  a.categories.every((category) => b.categories.includes(category)) &&
  b.categories.every((category) => a.categories.includes(category));

/** The consent that the same giver has given for the same, on any of the days. */
const findSame = (command: Giving, youth: Youth, context: DecisionContext): Consent | undefined => {
  const { validFrom, validTo } = periodOf(command, context);
  return youth.consent.consents.find(
    (consent) =>
      consent.giver === command.data.giver &&
      isSameScope(consent, command.data) &&
      isStanding(consent, context.on) &&
      !isLapsed(consent, youth, validFrom) &&
      consent.validFrom <= validTo &&
      validFrom <= consent.validTo,
  );
};

/** Whether the same giver has given all of it already; a consent without a last day asks for no more than there is. */
export const isGivenAlready = (command: Giving, youth: Youth, context: DecisionContext): boolean => {
  const same = findSame(command, youth, context);
  if (same === undefined) return false;
  const { validTo } = command.data;
  return same.validFrom <= periodOf(command, context).validFrom && (validTo === undefined || validTo <= same.validTo);
};

export const oneConsentAtATime: ConsentRule<Giving> = {
  id: 'R88',
  code: 'CONSENT_OVERLAPS',
  kind: 'PROP',
  source: 'PROP: one live consent per giver and scope, so that a withdrawal leaves none behind',
  says: 'Two consents by the same for the same do not overlap; a longer one begins when the first has ended.',
  holds: (youth, command, context) => findSame(command, youth, context) === undefined || isGivenAlready(command, youth, context),
  remedy: (youth, command, context) => {
    const same = findSame(command, youth, context);
    if (same === undefined) return 'Give the consent anew.';
    return `The same consent holds from ${same.validFrom} to ${same.validTo}. Let the new one begin on ${addDays(same.validTo, 1)} (validFrom), or withdraw the old one first.`;
  },
};

export const consentIsKnown: ConsentRule<Withdrawing | Expiring> = {
  id: 'R89',
  code: 'CONSENT_UNKNOWN',
  kind: 'PROP',
  source: 'PROP: the ledger of consents is the stream',
  says: 'Only a consent that was recorded can be withdrawn or expire.',
  holds: ({ consent }, { data }) => findConsent(consent, data.consentId) !== undefined,
  remedy: () => 'Use the id of a consent in the ledger. A consent that was never given is recorded as refused (RefuseConsent).',
};

/** Why a consent is over on the day, though nobody has withdrawn it. */
export const expiryCause = (consent: Consent, youth: Youth, on: Day): DataOf<ConsentEvent, 'ConsentExpired'>['cause'] | undefined => {
  if (consent.validTo < on) return 'date';
  if (isLapsed(consent, youth, on)) return 'turned-18';
  const { memberships } = youth.targetGroup;
  const hasClosed = memberships.some(({ closedOn }) => closedOn !== undefined && consent.validFrom <= closedOn && closedOn <= on);
  return hasClosed && membershipOn(youth.targetGroup, on) === undefined ? 'closed' : undefined;
};

export const consentIsOver: ConsentRule<Expiring> = {
  id: 'R90',
  code: 'CONSENT_STILL_HOLDS',
  kind: 'PROP',
  source: 'SAMF, VGM § 8 (18th birthday); VTFK (period); end of membership: PROP',
  says: 'A consent expires when its last day has passed, when a guardian gave it and the youth has come of age, or when the case is closed.',
  holds: (youth, { data }, { on }) => {
    const consent = findConsent(youth.consent, data.consentId);
    return consent === undefined || expiryCause(consent, youth, on) !== undefined;
  },
  remedy: (youth, { data }) =>
    `It holds until ${findConsent(youth.consent, data.consentId)?.validTo}. Before that it can be withdrawn (WithdrawConsent).`,
};

export const partyToConsent: ConsentRule<Withdrawing> = {
  id: 'R91',
  code: 'NOT_PARTY_TO_CONSENT',
  kind: 'PROP',
  source: 'GDPR art. 7(3): as easy to withdraw as to give; who records it: PROP',
  says: 'A withdrawal is recorded by the youth or guardians themselves, or by an agency that the consent lets give or receive.',
  holds: ({ consent }, { data }, { actor }) => {
    const found = findConsent(consent, data.consentId);
    return found === undefined || actor.agency === 'Y' || actor.agency === found.from || actor.agency === found.to;
  },
  remedy: () => 'Ask an agency that the consent names to record it, or let the youth withdraw it on their own page.',
};
