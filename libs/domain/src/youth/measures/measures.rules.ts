import type { MeasuresCommand } from './measures.commands.js';
import { type Measure, type MeasuresState, findMeasureById } from './measures.state.js';
import type { DecisionContext } from '../youth.context.js';
import type { Youth } from '../youth.state.js';
import { agreementIsInForce } from '../../agreement/agreement.rules.js';
import type { Agency } from '../../kernel/agency.js';
import { type Day, covers } from '../../kernel/day.js';
import type { Named } from '../../kernel/decider.js';
import type { Rule } from '../../kernel/rule.js';

type RuleFor<Type extends MeasuresCommand['type']> = Rule<Youth, Named<MeasuresCommand, Type>, DecisionContext>;

/** The kind of measure that a command is about. */
const kindOf = {
  StartNavMeasure: 'NAV',
  ReviewNavMeasure: 'NAV',
  ExtendNavMeasure: 'NAV',
  EndNavMeasure: 'NAV',
  EndCountyMeasure: 'county',
  SignCombinedMeasure: 'combined',
  StartCombinedMeasure: 'combined',
  EndCombinedMeasure: 'combined',
} as const satisfies Partial<Record<MeasuresCommand['type'], Measure['kind']>>;

type OfOneMeasure = Named<MeasuresCommand, keyof typeof kindOf>;

const measureIn = ({ measures }: Youth, { type, data }: OfOneMeasure): Measure | undefined => {
  const measure = findMeasureById(measures, data.measureId);
  return measure?.kind === kindOf[type] ? measure : undefined;
};

const openOnes = ({ measures }: MeasuresState, kind: Measure['kind']): string =>
  measures
    .filter((measure) => measure.kind === kind && measure.endedOn === undefined)
    .map(({ measureId }) => measureId)
    .join(', ') || 'none';

export const measureIsGranted: RuleFor<'StartNavMeasure'> = {
  id: 'R33',
  code: 'MEASURE_NOT_APPROVED',
  kind: 'LAW',
  source: 'ARBT; TILT § 1-3: NAV approves the place before it starts',
  says: 'A NAV measure starts only when NAV has granted it.',
  holds: (youth, command) => measureIn(youth, command) !== undefined,
  remedy: ({ measures }) => `NAV grants the measure first (GrantNavMeasure). Granted and not ended: ${openOnes(measures, 'NAV')}.`,
};

export const measureIsOpen: RuleFor<OfOneMeasure['type']> = {
  id: 'R103',
  code: 'MEASURE_NOT_OPEN',
  kind: 'PROP',
  source: 'PROP: only a measure that exists and has not ended can go on',
  says: 'What is recorded of a measure concerns one that exists and has not ended.',
  holds: (youth, command) => {
    const measure = measureIn(youth, command);
    return measure !== undefined && measure.endedOn === undefined;
  },
  remedy: (youth, command) => {
    const ended = measureIn(youth, command)?.endedOn;
    const why =
      ended === undefined
        ? 'No such measure is recorded for this youth.'
        : `The measure ended on ${ended}; what comes after it is a new measure.`;
    return `${why} Not ended: ${openOnes(youth.measures, kindOf[command.type])}.`;
  },
};

const isWithinItsDays = ({ from, to, startedOn }: Measure, command: OfOneMeasure, on: Day): boolean => {
  switch (command.type) {
    case 'StartNavMeasure':
    case 'StartCombinedMeasure':
      return covers({ from, to }, on);
    case 'ExtendNavMeasure':
      return to === undefined || to <= command.data.to;
    case 'ReviewNavMeasure':
      return startedOn !== undefined && startedOn <= on;
    case 'EndNavMeasure':
    case 'EndCountyMeasure':
    case 'EndCombinedMeasure':
    case 'SignCombinedMeasure':
      return startedOn === undefined || startedOn <= on;
  }
};

export const withinItsDays: RuleFor<OfOneMeasure['type']> = {
  id: 'R104',
  code: 'OUTSIDE_MEASURE_PERIOD',
  kind: 'PROP',
  source: 'PROP: the days of a measure are in order; ARBT: it does not start before the day it is granted for',
  says: 'A measure starts between its first and last day, is reviewed and ended when it has started, and is not extended to an earlier day.',
  holds: (youth, command, { on }) => {
    const measure = measureIn(youth, command);
    return measure === undefined || isWithinItsDays(measure, command, on);
  },
  remedy: (youth, command) => {
    const { from, to, startedOn } = measureIn(youth, command) ?? {};
    return `The measure is for ${from} to ${to ?? 'no set day'} and ${startedOn === undefined ? 'has not started' : `started on ${startedOn}`}. Give a day that fits, start it first, or grant or propose a new measure.`;
  },
};

/** The party of a combined measure that somebody signs for. */
export const partyOf = (agency: Agency): 'OT' | 'NAV' => (agency === 'NAV' ? 'NAV' : 'OT');
const parties = ['OT', 'NAV'] as const;

/** R52 for what OT and NAV do together; as for referrals. */
export const agreementCoversOtAndNav: Rule<Youth, unknown, DecisionContext> = {
  ...agreementIsInForce,
  holds: (_youth, _command, { terms }) => parties.every((party) => terms.agreement?.parties.includes(party)),
  remedy: (_youth, _command, { on, terms }) =>
    terms.agreement === undefined
      ? `No agreement covers the county on ${on}. The parties sign one (SignAgreement) that holds from that day.`
      : `The agreement in force on ${on} is between ${terms.agreement.parties.join(', ')}. OT and NAV must both be parties.`,
};

export const bothPartiesAgree: RuleFor<'SignCombinedMeasure' | 'StartCombinedMeasure'> = {
  id: 'R35',
  code: 'BOTH_PARTIES_MUST_AGREE',
  kind: 'AGR',
  source: 'SEED4 s. 17, 24; TILT § 7-6',
  says: 'OT and NAV each sign a combined measure once, and it starts when both have.',
  holds: (youth, command, { actor }) => {
    const signedBy = measureIn(youth, command)?.signedBy ?? [];
    return command.type === 'SignCombinedMeasure'
      ? !signedBy.includes(partyOf(actor.agency))
      : parties.every((party) => signedBy.includes(party));
  },
  remedy: (youth, command) => {
    const signedBy = measureIn(youth, command)?.signedBy ?? [];
    const missing = parties.filter((party) => !signedBy.includes(party));
    return missing.length === 0
      ? 'Both have signed: start the measure (StartCombinedMeasure).'
      : `${signedBy.length} of ${parties.length} signatures; ask ${missing.join(' and ')} to sign (SignCombinedMeasure).`;
  },
};
