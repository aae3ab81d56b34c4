import type { SharingAgency } from '../../kernel/agency.js';
import type { Referral, ReferralEvent } from './referral.events.js';

export type ReferralStatus = 'open' | 'accepted' | 'returned' | 'withdrawn';

export interface ReferralCase extends Pick<Referral, 'referralId' | 'from' | 'toUnit' | 'categories' | 'basis' | 'answerDueOn'> {
  readonly to: SharingAgency;
  readonly status: ReferralStatus;
  /** The receiver has asked for more and not been answered. */
  readonly moreAsked: boolean;
}

export interface ReferralState {
  readonly referrals: readonly ReferralCase[];
}

export const noReferral: ReferralState = { referrals: [] };

export const findReferral = ({ referrals }: ReferralState, id: string): ReferralCase | undefined =>
  referrals.find(({ referralId }) => referralId === id);

const sent = ({ referrals }: ReferralState, data: Referral, to: SharingAgency): ReferralState => {
  const { referralId, from, toUnit, categories, basis, answerDueOn } = data;
  return { referrals: [...referrals, { referralId, from, to, toUnit, categories, basis, answerDueOn, status: 'open', moreAsked: false }] };
};

const changed = ({ referrals }: ReferralState, id: string, change: Partial<ReferralCase>): ReferralState => ({
  referrals: referrals.map((referral) => (referral.referralId === id ? { ...referral, ...change } : referral)),
});

export const evolveReferral = (state: ReferralState, { type, data }: ReferralEvent): ReferralState => {
  switch (type) {
    case 'ReferredToNav':
      return sent(state, data, 'NAV');
    case 'ReferredToOt':
      return sent(state, data, 'OT');
    case 'ReferredToPpt':
      return sent(state, data, 'PPT');
    case 'ReferredToMunicipalService':
      return sent(state, data, 'KOM');
    case 'ReferralAccepted':
      return changed(state, data.referralId, { status: 'accepted', moreAsked: false });
    case 'ReferralReturned':
      return changed(state, data.referralId, { status: 'returned', moreAsked: false });
    case 'ReferralInformationRequested':
      return changed(state, data.referralId, { moreAsked: true });
    case 'ReferralInformationGiven':
      return changed(state, data.referralId, { moreAsked: false });
    case 'ReferralWithdrawn':
      return changed(state, data.referralId, { status: 'withdrawn', moreAsked: false });
  }
};
