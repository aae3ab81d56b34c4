import type { Choice } from './dated.js';
import { statutoryLimit } from './statutory-limits.js';
import { addMonths } from '../kernel/calendar.js';
import type { Day } from '../kernel/day.js';

/** A way to reach a youth (kanal; SEED0 slides 8 and 12, catalogue no. 11). */
export interface ContactChannel extends Choice<'phone' | 'sms' | 'email' | 'letter' | 'digital' | 'visit' | 'social'> {
  /** Leaves something in writing (R12). A message on social media is not counted: PROP. */
  readonly written: boolean;
  /** Goes to the address in KRR, so reservation and age of the address count (R15; EFF §§ 8, 9, 32). */
  readonly digitalNotice: boolean;
  /** May be read by others than the youth: only approved text without confidential facts (R16). */
  readonly open: boolean;
}

/** The channels, in the order of a form. */
export const contactChannels: readonly ContactChannel[] = [
  { code: 'phone', labelNb: 'Telefon', labelEn: 'Phone', written: false, digitalNotice: false, open: false },
  { code: 'sms', labelNb: 'SMS', labelEn: 'Text message', written: true, digitalNotice: true, open: true },
  { code: 'email', labelNb: 'E-post', labelEn: 'E-mail', written: true, digitalNotice: true, open: true },
  { code: 'letter', labelNb: 'Brev', labelEn: 'Letter', written: true, digitalNotice: false, open: false },
  { code: 'digital', labelNb: 'Digital post', labelEn: 'Secure digital post', written: true, digitalNotice: true, open: false },
  { code: 'visit', labelNb: 'Oppsøkende besøk', labelEn: 'Visit', written: false, digitalNotice: false, open: false },
  { code: 'social', labelNb: 'Sosiale medier', labelEn: 'Social media', written: false, digitalNotice: false, open: true },
];

/** The channel with this code. */
export const findChannel = (code: string): ContactChannel | undefined => contactChannels.find((channel) => channel.code === code);

/** Whether the message itself lies behind a login and the youth gets a notice of it: not a text message or e-mail, which others may read. */
export const isDigitalMessage = (code: string): boolean => {
  const { digitalNotice, open } = findChannel(code) ?? { digitalNotice: false, open: false };
  return digitalNotice && !open;
};

/** What the contact and reservation register (KRR) says about a person. */
export interface ContactRegisterEntry {
  /** `reservasjon: JA`. */
  readonly reserved: boolean;
  /** `varslingsstatus: KAN_VARSLES`. */
  readonly canBeNotified: boolean;
  /** When the address was last updated or confirmed. */
  readonly verifiedOn?: Day;
}

/** Whether an important message may be sent as a digital notice that day (R15; EFF §§ 9, 29, 32). */
export const allowsDigitalNotice = ({ reserved, canBeNotified, verifiedOn }: ContactRegisterEntry, on: Day): boolean =>
  !reserved && canBeNotified && verifiedOn !== undefined && on <= addMonths(verifiedOn, statutoryLimit('contact-register-months'));
