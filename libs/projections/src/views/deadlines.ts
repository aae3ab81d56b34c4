import { type Agency, type Day, addMonths, findMeasure } from '@samspor/domain';
import { type RecordedEvent, known } from '../view.js';
import { sentReferral } from './referrals.js';

export type DeadlineKind =
  | 'first-contact'
  | 'written-information'
  | 'contact-round'
  | 'answer-referral'
  | 'give-information'
  | 'review-measure'
  | 'measure-ends'
  | 'consent-ends'
  | 'take-over-coordination'
  | 'fill-vacancy'
  | 'age-exit';

/** Something that somebody has to do by a day, or that lapses on it. What waits without a limit is due on the day it began to wait. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly dueOn: Day;
  /** Who is asked. */
  readonly agencies: readonly Agency[];
  /** The agency on the other side: who asks, offers or is to get an answer. */
  readonly other?: Agency;
  /** The referral, measure, consent or role. */
  readonly about?: string;
  /** Tiltakskode, for a measure of NAV's. */
  readonly measure?: string;
  /** The rule that sets it. */
  readonly rule?: string;
}

type Deadlines = readonly Deadline[];

const without = (deadlines: Deadlines, ...kinds: readonly DeadlineKind[]): Deadlines =>
  deadlines.filter(({ kind }) => !kinds.includes(kind));
const withoutAbout = (deadlines: Deadlines, id: string): Deadlines => deadlines.filter(({ about }) => about !== id);

const reduceMembership = (deadlines: Deadlines, event: RecordedEvent): Deadlines => {
  switch (event.type) {
    case 'TargetGroupMembershipOpened': {
      const { firstContactDueOn, informationDueOn, until } = event.data;
      return [
        ...without(deadlines, 'first-contact', 'written-information', 'contact-round', 'age-exit'),
        ...(firstContactDueOn ? [{ kind: 'first-contact', dueOn: firstContactDueOn, agencies: ['OT'], rule: 'R14' } as const] : []),
        ...(informationDueOn ? [{ kind: 'written-information', dueOn: informationDueOn, agencies: ['OT'], rule: 'R09' } as const] : []),
        { kind: 'age-exit', dueOn: until, agencies: ['OT'], rule: 'R01' },
      ];
    }
    case 'TargetGroupMembershipClosed':
      return without(deadlines, 'first-contact', 'written-information', 'contact-round', 'age-exit');
    case 'WrittenInformationSent':
      return without(deadlines, 'written-information');
    case 'ContactAttempted':
    case 'ContactEstablished':
    case 'FollowUpDeclined':
      return without(deadlines, 'first-contact', 'contact-round');
    case 'NotReachedDeclared':
      return [...without(deadlines, 'contact-round'), { kind: 'contact-round', dueOn: event.data.nextRoundOn, agencies: ['OT'] }];
    default:
      return deadlines;
  }
};

/** The other side is asked now. */
const turned = (deadlines: Deadlines, id: string, kind: 'answer-referral' | 'give-information'): Deadlines =>
  deadlines.map((deadline) => {
    const [asked] = deadline.agencies;
    if (deadline.about !== id || deadline.kind === kind || asked === undefined || deadline.other === undefined) return deadline;
    return { ...deadline, kind, agencies: [deadline.other], other: asked };
  });

const reduceReferral = (deadlines: Deadlines, event: RecordedEvent): Deadlines => {
  switch (event.type) {
    case 'ReferralInformationRequested':
      return turned(deadlines, event.data.referralId, 'give-information');
    case 'ReferralInformationGiven':
      return turned(deadlines, event.data.referralId, 'answer-referral');
    case 'ReferralAccepted':
    case 'ReferralReturned':
    case 'ReferralWithdrawn':
      return withoutAbout(deadlines, event.data.referralId);
    default: {
      const sent = sentReferral(event);
      if (!sent) return deadlines;
      const { referralId, from, to, answerDueOn } = sent;
      return [...deadlines, { kind: 'answer-referral', dueOn: answerDueOn, agencies: [to], other: from, about: referralId, rule: 'R36' }];
    }
  }
};

const withReview = (deadlines: Deadlines, id: string, on: Day): Deadlines => {
  const measure = deadlines.find(({ kind, about }) => kind === 'measure-ends' && about === id)?.measure;
  const months = measure === undefined ? undefined : findMeasure(measure, on)?.reviewEveryMonths;
  const others = deadlines.filter(({ kind, about }) => kind !== 'review-measure' || about !== id);
  if (months === undefined) return others;
  return [
    ...others,
    { kind: 'review-measure', dueOn: addMonths(on, months), agencies: ['NAV'], about: id, ...known({ measure }), rule: 'R32' },
  ];
};

const reduceMeasure = (deadlines: Deadlines, event: RecordedEvent): Deadlines => {
  switch (event.type) {
    case 'NavMeasureGranted': {
      const { measureId, measure, to } = event.data;
      return [...deadlines, { kind: 'measure-ends', dueOn: to, agencies: ['NAV'], about: measureId, measure, rule: 'R31' }];
    }
    case 'CombinedMeasureProposed':
      return [...deadlines, { kind: 'measure-ends', dueOn: event.data.to, agencies: ['OT', 'NAV'], about: event.data.measureId }];
    case 'NavMeasureStarted':
    case 'NavMeasureReviewed':
      return withReview(deadlines, event.data.measureId, event.data.on);
    case 'NavMeasureExtended':
      return deadlines.map((deadline) =>
        deadline.kind === 'measure-ends' && deadline.about === event.data.measureId ? { ...deadline, dueOn: event.data.to } : deadline,
      );
    case 'NavMeasureEnded':
    case 'CombinedMeasureEnded':
      return withoutAbout(deadlines, event.data.measureId);
    default:
      return deadlines;
  }
};

const reduceConsent = (deadlines: Deadlines, event: RecordedEvent): Deadlines => {
  switch (event.type) {
    case 'ConsentGiven':
      return [
        ...deadlines,
        { kind: 'consent-ends', dueOn: event.data.validTo, agencies: [event.data.from], about: event.data.consentId, rule: 'R24' },
      ];
    case 'ConsentWithdrawn':
    case 'ConsentExpired':
      return withoutAbout(deadlines, event.data.consentId);
    default:
      return deadlines;
  }
};

const vacancyFilled = (deadlines: Deadlines, role: string): Deadlines =>
  deadlines.filter(({ kind, about }) => kind !== 'fill-vacancy' || about !== role);

const reduceTeamwork = (deadlines: Deadlines, event: RecordedEvent): Deadlines => {
  switch (event.type) {
    case 'ContactPersonAssigned':
      return event.data.deputy ? deadlines : vacancyFilled(deadlines, event.data.role);
    case 'ContactPersonReplaced':
      return vacancyFilled(deadlines, event.data.role);
    case 'ContactPersonReleased':
      if (event.data.deputy) return deadlines;
      return [
        ...vacancyFilled(deadlines, event.data.role),
        { kind: 'fill-vacancy', dueOn: event.data.on, agencies: [event.data.role], about: event.data.role, rule: 'R18' },
      ];
    case 'CoordinationHandOverOffered':
      return [
        ...without(deadlines, 'take-over-coordination'),
        { kind: 'take-over-coordination', dueOn: event.data.on, agencies: [event.data.to], other: event.data.from },
      ];
    case 'CoordinationHandOverAccepted':
    case 'CoordinationHandOverDeclined':
      return without(deadlines, 'take-over-coordination');
    default:
      return deadlines;
  }
};

const families = [reduceMembership, reduceReferral, reduceMeasure, reduceConsent, reduceTeamwork];

const isSame = (a: Deadlines, b: Deadlines): boolean => a.length === b.length && a.every((deadline, index) => deadline === b[index]);

/** What is due for a youth after an event, the earliest first; the same list when the event changes nothing. */
export const reduceDeadlines = (before: Deadlines, event: RecordedEvent): Deadlines => {
  const after = families.reduce((deadlines, reduce) => reduce(deadlines, event), before);
  return isSame(after, before) ? before : after.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
};
