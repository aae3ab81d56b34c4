import { type Agency, type Category, type Consent, type Day, type Recipient, type Sensitivity, ageOn, isLive } from '@samspor/domain';

/** What decides whether one event is shown to an agency that may open the youth. */
export interface Disclosure {
  readonly owner: Agency;
  readonly category: Category;
  readonly sensitivity: Sensitivity;
  /** Agencies that the event was sent to: the receiver of a referral, a sharing, a hand-over. */
  readonly addressedTo: readonly (Agency | Recipient)[];
}

/** The agencies of the trekant see each other's steps (S0, S1); others only what is sent to them or consented to. */
const trekant: readonly Agency[] = ['OT', 'NAV', 'KOM'];

const consented = ({ owner, category }: Disclosure, reader: Agency, { consents, birthDate }: ReaderFacts, on: Day): boolean =>
  consents.some(
    (consent) =>
      consent.from === owner &&
      consent.to === reader &&
      consent.categories.includes(category) &&
      isLive(consent, on) &&
      (consent.giver === 'youth' || birthDate === undefined || ageOn(birthDate, on) < 18),
  );

/** What is known of the youth when a reader's view is cut. */
export interface ReaderFacts {
  readonly consents: readonly Consent[];
  readonly birthDate?: Day;
}

/**
 * Whether an event is shown to the agency on that day. What is not shown is absent. Barnevern's events never show without a
 * consent or an address (BVL § 13-1); graded ones (S4) only to their owner; S2 and S3 need a consent or an address.
 */
export const isVisible = (event: Disclosure, reader: Agency, facts: ReaderFacts, on: Day): boolean => {
  if (event.owner === reader || event.addressedTo.includes(reader)) return true;
  if (event.sensitivity === 'S4') return false;
  if (consented(event, reader, facts, on)) return true;
  if (event.sensitivity === 'S2' || event.sensitivity === 'S3' || event.owner === 'BV') return false;
  return event.owner === 'SYS' ? trekant.includes(reader) : trekant.includes(reader) && event.owner !== 'PPT';
};
