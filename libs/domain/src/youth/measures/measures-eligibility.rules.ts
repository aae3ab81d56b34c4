import type { MeasuresCommand } from './measures.commands.js';
import { isLive } from '../consent/consent.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { effortGroups, findEffortGroup, mainGoals } from '../../codes/assessment.js';
import { type AgeRule, extensionGrounds, findMeasure, isOfAge, navMeasures, youthGuarantee } from '../../codes/nav-measures.js';
import { inForce } from '../../codes/dated.js';
import { statutoryLimit } from '../../codes/statutory-limits.js';
import { ageOn } from '../../kernel/calendar.js';
import { type Day, covers } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type RuleFor<Type extends MeasuresCommand['type']> = Rule<Youth, Named<MeasuresCommand, Type>, DecisionContext>;

const minimumAge = statutoryLimit('nav-minimum-age');
const majority = statutoryLimit('majority');

/** Holds for whatever NAV does for a youth, whoever asks. */
export const oldEnoughForNav: Rule<Youth, unknown, DecisionContext> = {
  id: 'R27',
  code: 'BELOW_NAV_MINIMUM_AGE',
  kind: 'LAW',
  source: 'TILT § 1-3; SAMF',
  says: `NAV registers youths and gives them measures from the age of ${minimumAge}.`,
  holds: ({ targetGroup: { birthDate } }, _command, { on }) => birthDate === undefined || ageOn(birthDate, on) >= minimumAge,
  remedy: () =>
    `NAV can step in from the birthday of turning ${minimumAge}. Until then the school and OT help: a preventive case (OpenPreventiveCase) or a measure of the county (StartCountyMeasure).`,
};

export const guardianConsentsToNav: Rule<Youth, unknown, DecisionContext> = {
  id: 'R28',
  code: 'GUARDIAN_CONSENT_REQUIRED',
  kind: 'LAW',
  source: 'SAMF; UG; IPSU: NAV has the consent before it registers, until the youth is 18',
  says: `Until the youth is ${majority}, a guardian has consented to what NAV does.`,
  holds: ({ targetGroup: { birthDate }, consent: { consents } }, _command, { on }) =>
    (birthDate !== undefined && ageOn(birthDate, on) >= majority) ||
    consents.some(
      (consent) => consent.to === 'NAV' && consent.purpose === 'nav-measure' && consent.giver !== 'youth' && isLive(consent, on),
    ),
  remedy: (_youth, _command, { on }) =>
    `Record a consent of a guardian to NAV for the purpose nav-measure that is valid on ${on} (GiveConsent). From the birthday of turning ${majority} the youth decides alone.`,
};

export const registeredWithNav: Rule<Youth, unknown, DecisionContext> = {
  id: 'R101',
  code: 'NOT_REGISTERED_WITH_NAV',
  kind: 'LAW',
  source: 'AML § 10; REG; SAMF: registration comes before follow-up and measures',
  says: 'NAV has registered the youth before it agrees on a plan or grants a measure.',
  holds: ({ measures: { registeredWithNavOn } }, _command, { on }) => registeredWithNavOn !== undefined && registeredWithNavOn <= on,
  remedy: ({ measures: { registeredWithNavOn } }) =>
    registeredWithNavOn === undefined
      ? 'NAV registers the youth first (RegisterWithNav), as a jobseeker or for follow-up.'
      : `The youth is registered with NAV from ${registeredWithNavOn}: give that day or a later one.`,
};

/** The codes of a command that NAV does not use on the day, and the ones that it does. */
const unknownIn = (command: Named<MeasuresCommand, 'DecideNeedsAssessment' | 'GrantNavMeasure' | 'ExtendNavMeasure'>, on: Day) => {
  const wrong = (code: string, isKnown: boolean, known: readonly { readonly code: string }[]) =>
    isKnown ? [] : [{ code, known: [...new Set(known.map((row) => row.code))] }];
  if (command.type === 'DecideNeedsAssessment') {
    const { effortGroup, mainGoal } = command.data;
    return [
      ...wrong(effortGroup, findEffortGroup(effortGroup) !== undefined, effortGroups),
      ...wrong(
        mainGoal,
        mainGoals.some(({ code }) => code === mainGoal),
        mainGoals,
      ),
    ];
  }
  const { ground } = command.data;
  const grounds = wrong(ground ?? '', ground === undefined || extensionGrounds.some(({ code }) => code === ground), extensionGrounds);
  if (command.type === 'ExtendNavMeasure') return grounds;
  const { measure } = command.data;
  return [...wrong(measure, findMeasure(measure, on) !== undefined, inForce(navMeasures, on)), ...grounds];
};

export const codesOfNav: RuleFor<'DecideNeedsAssessment' | 'GrantNavMeasure' | 'ExtendNavMeasure'> = {
  id: 'R102',
  code: 'UNKNOWN_NAV_CODE_AT_DATE',
  kind: 'PROP',
  source: 'MUL, VEDT: tiltakskoder, innsatsgrupper, hovedmål; by date as R07',
  says: 'A measure, an effort group, a main goal and a ground are named by codes that NAV uses on the day.',
  holds: (_youth, command, { on }) => unknownIn(command, on).length === 0,
  remedy: (_youth, command, { on }) =>
    unknownIn(command, on)
      .map(({ code, known }) => `${code} is not in use on ${on}; choose one of ${known.join(', ')}.`)
      .join(' '),
};

type Offering = Named<MeasuresCommand, 'GrantNavMeasure' | 'StartYouthGuarantee'>;

export const needIsAssessed: RuleFor<Offering['type']> = {
  id: 'R29',
  code: 'ASSESSMENT_MISSING',
  kind: 'LAW',
  source: 'TILT §§ 8-3, 9-3, 10-4, 13-3; STL § 29; UG',
  says: 'NAV has decided what help the youth needs before the youth guarantee and before measures that call for it.',
  holds: ({ measures: { assessments } }, command, { on }) =>
    (command.type === 'GrantNavMeasure' && findMeasure(command.data.measure, on)?.needsAssessment !== true) ||
    assessments.some((assessment) => assessment.on <= on),
  remedy: (_youth, _command, { on }) =>
    `NAV decides the needs assessment (§ 14 a) first (DecideNeedsAssessment), on ${on} or earlier; or grant a measure that does not call for one.`,
};

/** What is offered, its ages, and the day from which the youth takes part. */
const offerIn = (command: Offering, on: Day) =>
  command.type === 'StartYouthGuarantee'
    ? { offer: covers(youthGuarantee, on) ? youthGuarantee : undefined, day: on, countyPartnership: false }
    : { offer: findMeasure(command.data.measure, on), day: command.data.from, countyPartnership: command.data.countyPartnership ?? false };

const inWords = ({ kind, age }: AgeRule): string =>
  kind === 'age-reached' ? `the age of ${age}` : `1 January of the year of turning ${age}`;

export const ofTheRightAge: RuleFor<Offering['type']> = {
  id: 'R30',
  code: 'AGE_RULE_VIOLATION',
  kind: 'LAW',
  source: 'TILT §§ 7-3, 7-6, 8-3; STL § 29; UG; ages by measure and date in codes/nav-measures',
  says: 'On its first day the youth is of the age that the measure or the youth guarantee is for.',
  holds: ({ targetGroup: { birthDate } }, command, { on }) => {
    const { offer, day, countyPartnership } = offerIn(command, on);
    return birthDate === undefined || (offer !== undefined && isOfAge(offer, { birthDate, on: day, countyPartnership }));
  },
  remedy: (_youth, command, { on }) => {
    const { offer, day } = offerIn(command, on);
    if (offer === undefined) return `The youth guarantee holds from ${youthGuarantee.from}: give that day or a later one.`;
    const until = offer.endAge ? ` until ${inWords(offer.endAge)}` : '';
    const younger =
      'partnershipAge' in offer && offer.partnershipAge
        ? `; together with the county (countyPartnership) from ${inWords(offer.partnershipAge)}`
        : '';
    return `It is for youths from ${inWords(offer.minimumAge)}${until}${younger}, counted on ${day}. Choose another first day or measure; the county can offer one of its own (StartCountyMeasure).`;
  },
};

export const countyOfferAssessed: RuleFor<'GrantNavMeasure'> = {
  id: 'R34',
  code: 'COUNTY_OFFER_NOT_ASSESSED',
  kind: 'LAW',
  source: 'TILT § 7-6',
  says: 'Before NAV buys training, it has looked at what the municipality and the county offer.',
  holds: (_youth, { data }, { on }) => findMeasure(data.measure, on)?.countyOfferAssessed !== true || data.countyOfferAssessed === true,
  remedy: () =>
    'Ask OT whether an offer of the county fits; if it does, OT starts it (StartCountyMeasure) or you propose one together (ProposeCombinedMeasure); if not, grant this one with countyOfferAssessed.',
};
