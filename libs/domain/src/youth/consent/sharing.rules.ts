import type { ConsentCommand } from './consent.commands.js';
import { type Consent, isStanding } from './consent.state.js';
import {
  type Share,
  type Sharing,
  citedConsent,
  haveConsented,
  isAdult,
  isConsentedTo,
  isLapsed,
  mustConsent,
  reaches,
  shareOf,
} from './sharing.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { allowsSharing, statutoryBases } from '../../codes/legal-bases.js';
import { type Day, covers } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type SharingRule = Rule<Youth, Sharing, DecisionContext>;

/** The consent that the command cites, with what it would share. */
const cited = (
  command: Sharing,
  youth: Youth,
  { actor }: DecisionContext,
): { readonly share: Share; readonly consent: Consent } | undefined => {
  const share = shareOf(command, youth, actor);
  const consent = share && citedConsent(share, youth);
  return consent && { share, consent };
};

const consentStands: SharingRule = {
  id: 'R24',
  code: 'CONSENT_NOT_VALID',
  kind: 'LAW',
  source: 'SAMF; GDPR art. 7(3)',
  says: 'A consent that has been withdrawn or has expired opens for no more sharing; what was shared before stays documented.',
  holds: (youth, command, context) => {
    const found = cited(command, youth, context);
    return found === undefined || isStanding(found.consent, context.on);
  },
  remedy: (youth, command, context) => {
    const found = cited(command, youth, context)?.consent;
    const ended = found?.withdrawnOn ? `was withdrawn on ${found.withdrawnOn}` : `expired on ${found?.expiredOn}`;
    return `The consent ${ended}. Ask for a new one (GiveConsent), or cite a statutory basis.`;
  },
};

const guardianConsentCounts: SharingRule = {
  id: 'R26',
  code: 'GUARDIAN_CONSENT_LAPSED',
  kind: 'LAW',
  source: 'SAMF; VGM § 8 (inference)',
  says: "What guardians consented to ends on the youth's 18th birthday; from then the youth decides.",
  holds: (youth, command, context) => {
    const found = cited(command, youth, context);
    return found === undefined || !isLapsed(found.consent, youth, context.on);
  },
  remedy: () => 'Ask the youth, who is of age, for a consent of their own (GiveConsent with giver "youth").',
};

export const guardiansOfMinorsOnly: Rule<Youth, Named<ConsentCommand, 'ShareInformation'>, DecisionContext> = {
  id: 'R11',
  code: 'GUARDIAN_ACCESS_AFTER_18',
  kind: 'AGR',
  source: 'VFK17; VGM § 8; SAMF',
  says: 'Guardians of a youth who is of age get information only when the youth has consented.',
  holds: (youth, command, context) =>
    command.data.to !== 'guardian' || !isAdult(youth, context.on) || cited(command, youth, context)?.consent.giver === 'youth',
  remedy: () =>
    'The youth is of age. Ask the youth for a consent to involve the guardians (GiveConsent to "guardian" by "youth") and cite it.',
};

/** What of a sharing lies outside the consent, in words that name no person. */
const excess = ({ from, to, categories, purposes }: Share, consent: Consent, on: Day): readonly string[] => [
  ...(from === consent.from && to === consent.to ? [] : [`it is from ${consent.from} to ${consent.to}, not from ${from} to ${to}`]),
  ...(purposes.includes(consent.purpose) ? [] : [`it is for ${consent.purpose}, not for ${purposes.join(' or ')}`]),
  ...categories.filter((category) => !consent.categories.includes(category)).map((category) => `it leaves out ${category}`),
  ...(consent.validFrom <= on && on <= consent.validTo ? [] : [`it holds from ${consent.validFrom} to ${consent.validTo}, not on ${on}`]),
];

export const withinConsent: SharingRule = {
  id: 'R23',
  code: 'OUT_OF_CONSENT_SCOPE',
  kind: 'LAW',
  source: 'FVL § 13 a nr. 1; VTFK',
  says: 'What is shared stays within the recipients, categories, purpose and period of the consent.',
  holds: (youth, command, context) => {
    const found = cited(command, youth, context);
    return found === undefined || reaches(found.consent, found.share, context.on);
  },
  remedy: (youth, command, context) => {
    const found = cited(command, youth, context);
    const beyond = found ? excess(found.share, found.consent, context.on) : [];
    return `The consent does not reach: ${beyond.join('; ')}. Share less, or ask for a wider consent (GiveConsent).`;
  },
};

const isLawful = (share: Share, youth: Youth, on: Day): boolean => {
  const { from, to, categories, basis } = share;
  if (categories.length === 0) return false;
  if ('statute' in basis) return categories.every((category) => allowsSharing(basis.statute, from, to, category, on));
  const consent = citedConsent(share, youth);
  return consent !== undefined && isConsentedTo(consent, share, youth, on);
};

/** Provisions that allow all of it on the day; those for danger and for children at risk are not offered as a way round consent. */
const statutesFor = ({ from, to, categories }: Share, on: Day): readonly string[] =>
  statutoryBases
    .filter(({ code, neverBlocked }) => !neverBlocked && categories.every((category) => allowsSharing(code, from, to, category, on)))
    .map(({ code }) => code);

/** Who must consent, and who has. */
const missingConsent = (share: Share, youth: Youth, on: Day): string => {
  const consent = citedConsent(share, youth);
  if (consent === undefined) return 'The basis does not allow it.';
  const needed = mustConsent(consent, share, youth, on)
    .combinations.map((givers) => givers.join(' together with '))
    .join(', or ');
  return `It takes the consent of ${needed}; there is that of ${haveConsented(share, youth, on).join(', ') || 'nobody'}.`;
};

export const hasLegalBasis: SharingRule = {
  id: 'R22',
  code: 'NO_LEGAL_BASIS_FOR_SHARING',
  kind: 'LAW',
  source: 'FVL §§ 13–13 f; NAVL § 7; BVL § 13-1; STL § 44',
  says: 'Information leaves an agency only by consent of all who must give it, or where a statute allows it.',
  holds: (youth, command, { actor, on }) => {
    const share = shareOf(command, youth, actor);
    return share === undefined || isLawful(share, youth, on);
  },
  remedy: (youth, command, { actor, on }) => {
    const share = shareOf(command, youth, actor);
    if (share === undefined || share.categories.length === 0) return 'Say which categories are shared.';
    const statutes = statutesFor(share, on);
    const otherwise = statutes.length > 0 ? `cite ${statutes.join(' or ')} when what it needs is met` : 'no statute in force allows it';
    const ask = `Record consents from ${share.from} to ${share.to} for ${share.purposes.join(' or ')} (GiveConsent)`;
    return `${missingConsent(share, youth, on)} ${ask}; ${otherwise}.`;
  },
};

/** R22 for a request: an agency that asks for information cites what lets the other one give it. */
export const mayBeAskedFor: Rule<Youth, Named<ConsentCommand, 'RequestInformation'>, DecisionContext> = {
  ...hasLegalBasis,
  holds: (_youth, { data }, { actor, on }) => basesTowards(data.to, actor.agency, on).includes(data.statute),
  remedy: (_youth, { data }, { actor, on }) => {
    const bases = basesTowards(data.to, actor.agency, on);
    const cite = bases.length > 0 ? `Cite one of ${bases.join(', ')}, or` : `No statute lets ${data.to} give it;`;
    return `${cite} ask the youth for a consent from ${data.to} to ${actor.agency} (GiveConsent).`;
  },
};

/** Provisions by which one agency may give another something. */
const basesTowards = (from: string, to: string, on: Day): readonly string[] =>
  statutoryBases
    .filter(
      ({ validity, senders, recipients }) =>
        validity !== undefined &&
        covers(validity, on) &&
        senders.some((sender) => sender === from) &&
        recipients.some((recipient) => recipient === to),
    )
    .map(({ code }) => code);

/** Pass for everything that lets information out, in this order: the most telling answer first. */
export const sharingRules: readonly SharingRule[] = [consentStands, guardianConsentCounts, withinConsent, hasLegalBasis];
