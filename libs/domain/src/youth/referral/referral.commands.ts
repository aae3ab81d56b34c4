import type { Category } from '../../kernel/catalogue.js';
import type { Command } from '../../kernel/decider.js';
import type { SharingBasis } from '../consent/consent.events.js';

/** What is asked for when a youth is referred. */
export type ReferralRequest = {
  readonly toUnit: string;
  /** A code of codes/referral-reasons. */
  readonly reason: string;
  readonly categories: readonly Category[];
  readonly basis: SharingBasis;
  readonly message?: string;
};

export type ReferralCommand =
  | Command<'ReferToNav', ReferralRequest & { readonly wantedHelp: 'guidance' | 'measure' | 'work' | 'combined' }>
  | Command<'ReferToOt', ReferralRequest>
  | Command<'ReferToPpt', ReferralRequest>
  | Command<'ReferToMunicipalService', ReferralRequest & { readonly service: string }>
  | Command<'AcceptReferral', { readonly referralId: string; readonly handlerId?: string }>
  | Command<'ReturnReferral', { readonly referralId: string; readonly reason: string; readonly advice?: string }>
  | Command<'AskForMoreInformation', { readonly referralId: string; readonly question: string }>
  | Command<'GiveMoreInformation', { readonly referralId: string; readonly answer: string }>
  | Command<'WithdrawReferral', { readonly referralId: string; readonly reason?: string }>;
