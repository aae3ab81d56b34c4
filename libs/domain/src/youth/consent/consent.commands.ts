import type { SharingAgency } from '../../kernel/agency.js';
import type { Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { Command } from '../../kernel/decider.js';
import type { ConsentGiver, ConsentScope, Purpose, Recipient, SharingBasis } from './consent.events.js';

export type ConsentCommand =
  | Command<
      'GiveConsent',
      ConsentScope & {
        readonly giver: ConsentGiver;
        /** Default: the day it is given. */
        readonly validFrom?: Day;
        /** Default: the length that the agreement's terms set. */
        readonly validTo?: Day;
        readonly formVersion: string;
        readonly how: 'written' | 'digital' | 'oral';
      }
    >
  | Command<'RefuseConsent', ConsentScope & { readonly giver: ConsentGiver }>
  | Command<'WithdrawConsent', { readonly consentId: string; readonly by: ConsentGiver }>
  /** Told by the hub itself when the last day has passed, the youth has turned 18, or the case is closed. */
  | Command<'ExpireConsent', { readonly consentId: string }>
  | Command<
      'ShareInformation',
      {
        readonly to: Recipient;
        readonly categories: readonly Category[];
        readonly purpose: Purpose;
        readonly basis: SharingBasis;
        readonly content: string;
      }
    >
  | Command<'RequestInformation', { readonly to: SharingAgency; readonly statute: string; readonly what: string; readonly dueOn?: Day }>
  /** Danger to life or health (FVL § 13 b nr. 7): never refused for want of consent or agreement. */
  | Command<'ShareInEmergency', { readonly to: string; readonly reason: string }>;
