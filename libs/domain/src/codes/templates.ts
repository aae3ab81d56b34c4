import type { ContactChannel } from './contact-channels.js';
import { type Dated, inForce } from './dated.js';
import type { Day } from '../kernel/day.js';

/** What a template lets be filled in. */
export type TemplateField = 'sender' | 'adviserName' | 'adviserPhone' | 'replyBy' | 'loginAddress' | 'youthName' | 'rightUntil';

/** Fields that tell something confidential, so they may not stand in an open notice (EFF § 8 fourth paragraph, FVL § 13). */
export const confidentialFields: readonly TemplateField[] = ['youthName', 'rightUntil'];

/** An approved text for a message to a youth or guardian. The wording is PROP, after the checklist in domain § 6. */
export interface NoticeTemplate extends Dated {
  readonly id: string;
  readonly version: number;
  /** Written information (OPF § 8-3 b), a request for contact, a notice of digital post, or the second notice of it (EFF § 8). */
  readonly kind: 'information' | 'contact' | 'notice' | 'second-notice';
  readonly channels: readonly ContactChannel['code'][];
  /** Fields stand in braces: `{adviserName}`. */
  readonly textNb: string;
}

const START = { version: 1, from: '2000-01-01' } as const;
const INFORMATION = 'OPF § 8-3 b; SEED0 slide 8; wording PROP';
const OPEN = 'EFF § 8; domain § 6; wording PROP';

/** Every approved template. */
export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    ...START,
    id: 'ot-information',
    kind: 'information',
    channels: ['letter', 'digital'],
    textNb:
      'Hei {youthName}. Vi i oppfølgingstjenesten skriver til deg fordi du har rett til videregående opplæring og ikke er registrert i skole eller arbeid. ' +
      'Retten din varer til {rightUntil}. Vi kan hjelpe deg med å søke skole eller læreplass, finne kurs, arbeidspraksis eller jobb. ' +
      'Rådgiveren din er {adviserName}, telefon {adviserPhone}. Ring eller svar innen {replyBy}. Det er frivillig å ta imot hjelp. ' +
      'Du kan se hva vi har lagret om deg, på {loginAddress}. Hilsen {sender}.',
    source: INFORMATION,
  },
  {
    ...START,
    id: 'ot-information-guardian',
    kind: 'information',
    channels: ['letter', 'digital'],
    textNb:
      'Til foresatte for {youthName}. Vi i oppfølgingstjenesten har sendt ungdommen informasjon om retten til videregående opplæring, som varer til {rightUntil}. ' +
      'Vi kan hjelpe med å søke skole eller læreplass, finne kurs, arbeidspraksis eller jobb. Det er frivillig å ta imot hjelp. ' +
      'Rådgiveren er {adviserName}, telefon {adviserPhone}. Hilsen {sender}.',
    source: 'OPF § 8-3 second paragraph; SEED1 step 6; wording PROP',
  },
  {
    ...START,
    id: 'ot-contact-letter',
    kind: 'contact',
    channels: ['letter', 'digital'],
    textNb: 'Hei {youthName}. Vi vil gjerne snakke med deg. Ring {adviserName} på {adviserPhone} innen {replyBy}. Hilsen {sender}.',
    source: INFORMATION,
  },
  {
    ...START,
    id: 'ot-contact',
    kind: 'contact',
    channels: ['sms', 'email', 'social'],
    textNb: 'Hei! Kan du ringe {adviserName} på {adviserPhone}, eller logge inn på {loginAddress}? Hilsen {sender}',
    source: OPEN,
  },
  {
    ...START,
    id: 'ot-notice',
    kind: 'notice',
    channels: ['sms', 'email'],
    textNb: 'Du har fått en melding fra {sender}. Logg inn på {loginAddress} for å lese den.',
    source: OPEN,
  },
  {
    ...START,
    id: 'ot-second-notice',
    kind: 'second-notice',
    channels: ['sms', 'email'],
    textNb: 'Påminnelse: Du har en ulest melding fra {sender}. Logg inn på {loginAddress} for å lese den.',
    source: 'EFF § 8 fifth paragraph; wording PROP',
  },
];

/** The approved template with this id on a day, in its newest version. */
export const findTemplate = (id: string, day: Day): NoticeTemplate | undefined =>
  inForce(noticeTemplates, day)
    .filter((template) => template.id === id)
    .toSorted((a, b) => b.version - a.version)[0];

/** The approved templates for a channel on a day. */
export const templatesFor = (channel: ContactChannel['code'], day: Day): readonly NoticeTemplate[] =>
  inForce(noticeTemplates, day).filter(({ channels }) => channels.includes(channel));

/** The fields that a template's text has room for. */
export const fieldsOf = ({ textNb }: NoticeTemplate): readonly string[] =>
  [...textNb.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field);

/** Whether a template tells something confidential, so that it may not go out by an open channel (R16). */
export const hasConfidentialFields = (template: NoticeTemplate): boolean =>
  fieldsOf(template).some((field) => (confidentialFields as readonly string[]).includes(field));
