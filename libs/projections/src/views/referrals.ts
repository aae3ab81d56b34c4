import type { Category, Day, SharingAgency } from '@samspor/domain';
import type { RecordedEvent } from '../view.js';

/** A referral that waits for an answer. */
export interface OpenReferral {
  readonly referralId: string;
  readonly from: SharingAgency;
  readonly to: SharingAgency;
  readonly toUnit: string;
  readonly categories: readonly Category[];
  readonly on: Day;
  readonly answerDueOn: Day;
  /** The receiver has asked for more, so that it waits for the sender. */
  readonly moreAsked: boolean;
}

const receivers = { ReferredToNav: 'NAV', ReferredToOt: 'OT', ReferredToPpt: 'PPT', ReferredToMunicipalService: 'KOM' } as const;

/** The referral that an event sends, if it is one. */
export const sentReferral = (event: RecordedEvent): OpenReferral | undefined => {
  switch (event.type) {
    case 'ReferredToNav':
    case 'ReferredToOt':
    case 'ReferredToPpt':
    case 'ReferredToMunicipalService': {
      const { referralId, from, toUnit, categories, on, answerDueOn } = event.data;
      return { referralId, from, to: receivers[event.type], toUnit, categories, on, answerDueOn, moreAsked: false };
    }
    default:
      return undefined;
  }
};

const asked = (referrals: readonly OpenReferral[], id: string, moreAsked: boolean): readonly OpenReferral[] =>
  referrals.map((referral) => (referral.referralId === id ? { ...referral, moreAsked } : referral));

/** The referrals that wait for an answer, after an event. */
export const reduceReferrals = (referrals: readonly OpenReferral[], event: RecordedEvent): readonly OpenReferral[] => {
  switch (event.type) {
    case 'ReferralInformationRequested':
      return asked(referrals, event.data.referralId, true);
    case 'ReferralInformationGiven':
      return asked(referrals, event.data.referralId, false);
    case 'ReferralAccepted':
    case 'ReferralReturned':
    case 'ReferralWithdrawn':
      return referrals.filter(({ referralId }) => referralId !== event.data.referralId);
    default: {
      const sent = sentReferral(event);
      return sent ? [...referrals, sent] : referrals;
    }
  }
};
