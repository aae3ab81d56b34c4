import type { AgreementCommand } from './agreement.commands.js';
import type { AgreementContext } from './agreement.context.js';
import { type Anchor, anchors } from './agreement.events.js';
import { type Adaptation, type Agreement, findAdaptation } from './agreement.state.js';
import type { AdaptableTerms, Terms } from './terms.js';
import type { Agency } from '../kernel/agency.js';
import type { Named } from '../kernel/decider.js';
import type { Rule } from '../kernel/rule.js';

type AdaptationRule<C> = Rule<Agreement, C, AgreementContext>;
type Proposing = Named<AgreementCommand, 'ProposeLocalAdaptation'>;
type Anchoring = Named<AgreementCommand, 'AnchorLocalAdaptation'>;
type Approving = Named<AgreementCommand, 'ApproveLocalAdaptation'>;

export const adaptationIsProposed: AdaptationRule<Anchoring | Approving> = {
  id: 'R107',
  code: 'ADAPTATION_UNKNOWN',
  kind: 'PROP',
  source: 'PROP: a local routine is proposed, anchored, approved, in that order',
  says: 'A local adaptation that is anchored or approved has been proposed under this agreement.',
  holds: (agreement, { data }) => findAdaptation(agreement, data.adaptationId) !== undefined,
  remedy: () => 'Propose it first (ProposeLocalAdaptation), and use the id that it gets.',
};

/** Who speaks for an anchor: its own agency, or the agreement parties on its behalf. */
const anchoredBy: Readonly<Record<Anchor, readonly Agency[]>> = {
  principal: ['SCH', 'ADM'],
  'nav-service-area-leader': ['NAV', 'ADM'],
};

export const ownAnchor: AdaptationRule<Anchoring> = {
  id: 'R108',
  code: 'ANCHOR_OF_OTHER_PARTY',
  kind: 'AGR',
  source: 'SEED4 s. 25; who records it: PROP',
  says: "The school records the principal's anchoring and NAV that of its service-area leader; the agreement parties may record either.",
  holds: (_agreement, { data }, { actor }) => anchoredBy[data.anchor].includes(actor.agency),
  remedy: (_agreement, { data }) => `Ask ${anchoredBy[data.anchor].join(' or ')} to record the anchoring by ${data.anchor}.`,
};

const missingAnchors = (adaptation: Adaptation | undefined): readonly Anchor[] =>
  anchors.filter((anchor) => !adaptation?.anchoredBy.includes(anchor));

export const anchoredByBoth: AdaptationRule<Approving> = {
  id: 'R53',
  code: 'LOCAL_ROUTINE_NOT_ANCHORED',
  kind: 'AGR',
  source: 'SEED4 s. 25',
  says: "A local routine is anchored with the school's principal and NAV's service-area leader before it is approved.",
  holds: (agreement, { data }) => missingAnchors(findAdaptation(agreement, data.adaptationId)).length === 0,
  remedy: (agreement, { data }) =>
    `Missing: ${missingAnchors(findAdaptation(agreement, data.adaptationId)).join(', ')}. They anchor it with AnchorLocalAdaptation.`,
};

/** Where stricter lies: more attempts, channels and days of trying; fewer days to wait for an agency. */
const stricter: Readonly<Record<keyof AdaptableTerms, 'more' | 'fewer'>> = {
  minAttempts: 'more',
  minChannels: 'more',
  minSpanWorkingDays: 'more',
  firstContactWorkingDays: 'fewer',
  graceDays: 'fewer',
  referralAnswerDays: 'fewer',
};

/** What the parties have agreed where they have set no floor: locally it may only become stricter. */
const agreed = ({ contact, firstContactWorkingDays, trekant, referralAnswerDays }: Terms): Required<AdaptableTerms> => ({
  minAttempts: contact.minAttempts,
  minChannels: contact.minChannels,
  minSpanWorkingDays: contact.minSpanWorkingDays,
  firstContactWorkingDays,
  graceDays: trekant.graceDays,
  referralAnswerDays: Math.min(...Object.values(referralAnswerDays)),
});

interface Weakened {
  readonly field: keyof AdaptableTerms;
  readonly floor: number;
}

const isField = (field: string): field is keyof AdaptableTerms => field in stricter;

/** The fields that a change would take below the floor. */
const weakened = (changes: AdaptableTerms, terms: Terms): readonly Weakened[] => {
  const floors = { ...agreed(terms), ...terms.floors };
  return Object.entries(changes)
    .flatMap(([field, value]) => (isField(field) ? [{ field, floor: floors[field], value }] : []))
    .filter(({ field, floor, value }) => (stricter[field] === 'more' ? value < floor : value > floor));
};

const weakenedBy = (agreement: Agreement, command: Proposing | Approving): readonly Weakened[] => {
  const { changes } =
    command.type === 'ProposeLocalAdaptation' ? command.data : (findAdaptation(agreement, command.data.adaptationId) ?? { changes: {} });
  return agreement.signed ? weakened(changes, agreement.signed.terms) : [];
};

export const notBelowFloor: AdaptationRule<Proposing | Approving> = {
  id: 'R54',
  code: 'BELOW_AGREEMENT_FLOOR',
  kind: 'PROP',
  source: 'PROP on SEED4 s. 22, 25 (points 5–6)',
  says: "A local adaptation stays at or above the agreement's floors; where none is set it may only be stricter than the agreement.",
  holds: (agreement, command) => weakenedBy(agreement, command).length === 0,
  remedy: (agreement, command) =>
    weakenedBy(agreement, command)
      .map(({ field, floor }) => `${field}: ${stricter[field] === 'more' ? 'at least' : 'at most'} ${floor}`)
      .join('; ')
      .concat('.'),
};
