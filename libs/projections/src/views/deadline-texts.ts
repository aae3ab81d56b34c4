import type { Agency } from '@samspor/domain';
import type { Deadline, DeadlineKind } from './deadlines.js';

/** A sentence in English and in Norwegian bokmål. */
export interface Sentence {
  readonly en: string;
  readonly nb: string;
}

const names: Readonly<Record<Agency, Sentence>> = {
  OT: { en: 'OT', nb: 'OT' },
  NAV: { en: 'NAV', nb: 'NAV' },
  PPT: { en: 'PPT', nb: 'PPT' },
  BV: { en: 'child welfare', nb: 'barnevernet' },
  KOM: { en: 'the municipality', nb: 'kommunen' },
  SCH: { en: 'the school', nb: 'skolen' },
  Y: { en: 'the youth', nb: 'ungdommen' },
  SYS: { en: 'the hub', nb: 'systemet' },
  ADM: { en: 'the parties to the agreement', nb: 'avtalepartene' },
};

/** Sentences with `{asked}` and `{other}` for agencies. */
const texts: Readonly<Record<DeadlineKind, Sentence>> = {
  'first-contact': { en: '{asked} makes the first attempt to reach the youth.', nb: '{asked} gjør det første forsøket på å nå ungdommen.' },
  'written-information': { en: '{asked} sends the youth written information.', nb: '{asked} sender ungdommen skriftlig informasjon.' },
  'contact-round': { en: '{asked} tries again to reach the youth.', nb: '{asked} prøver på nytt å nå ungdommen.' },
  'answer-referral': { en: '{asked} answers the referral from {other}.', nb: '{asked} svarer på henvisningen fra {other}.' },
  'give-information': { en: '{asked} gives {other} what it has asked for.', nb: '{asked} gir {other} opplysningene det er bedt om.' },
  'review-measure': { en: '{asked} reviews the measure.', nb: '{asked} vurderer tiltaket.' },
  'measure-ends': { en: '{asked} ends or extends the measure.', nb: '{asked} avslutter eller forlenger tiltaket.' },
  'consent-ends': {
    en: 'The consent runs out; {asked} asks for a new one if it is needed.',
    nb: 'Samtykket løper ut; {asked} ber om nytt om det trengs.',
  },
  'take-over-coordination': {
    en: '{asked} takes over the coordination from {other}, or declines.',
    nb: '{asked} overtar koordineringen fra {other}, eller avslår.',
  },
  'fill-vacancy': { en: '{asked} names a contact person.', nb: '{asked} utpeker en kontaktperson.' },
  'age-exit': {
    en: 'The right ends by age; {asked} closes the membership.',
    nb: 'Retten opphører ved aldersgrensen; {asked} avslutter tilmeldingen.',
  },
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const told = ({ kind, agencies, other }: Deadline, language: keyof Sentence, and: string): string => {
  const asked = agencies.map((agency) => names[agency][language]).join(and);
  const otherName = other ? names[other][language] : '';
  return capitalised(texts[kind][language].replace('{asked}', asked).replace('{other}', otherName));
};

/** What a deadline asks for, in one sentence. */
export const sentenceOf = (deadline: Deadline): Sentence => ({ en: told(deadline, 'en', ' and '), nb: told(deadline, 'nb', ' og ') });
