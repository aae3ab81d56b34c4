import type { Day, GuardianBasis } from '@samspor/domain';
import { type RecordedEvent, type SealedRef, type View, byYouth, known, sealedRefOf } from '../view.js';
import { dailyEvents } from './daily-events.js';
import { type CurrentMeasure, reduceMeasures } from './measures.js';
import { type OpenReferral, reduceReferrals } from './referrals.js';
import { type Residence, reduceResidences } from './residences.js';
import { type Standing, reduceStanding } from './standing.js';
import { type Team, noTeam, reduceTeam } from './team.js';

/** Somebody with parental responsibility or guardianship. */
export interface Guardian {
  readonly guardianId: string;
  readonly basis: GuardianBasis;
  readonly from: Day;
  readonly to?: Day;
  readonly person?: SealedRef;
}

/** The youth card: who the youth is, who works together for the youth, and what is under way. */
export interface TrekantDocument extends Team, Standing {
  readonly youthId: string;
  readonly birthDate: Day;
  readonly residences: readonly Residence[];
  /** Where the youth lives now. */
  readonly municipality: string;
  readonly identity?: SealedRef;
  /** Oldest first: a field of a later one replaces that of an earlier one, and what it does not hold stays. */
  readonly contactDetails: readonly SealedRef[];
  readonly guardians: readonly Guardian[];
  readonly referrals: readonly OpenReferral[];
  readonly measures: readonly CurrentMeasure[];
}

const opened = (event: RecordedEvent, youthId: string): TrekantDocument => {
  if (event.type !== 'YouthStreamOpened') throw new TypeError('the stream of a youth starts when it is opened');
  return {
    youthId,
    birthDate: event.data.birthDate,
    residences: [],
    municipality: event.data.municipality,
    contactDetails: [],
    guardians: [],
    ...noTeam,
    referrals: [],
    measures: [],
  };
};

const withIdentity = (card: TrekantDocument, identity: SealedRef | undefined): TrekantDocument => (identity ? { ...card, identity } : card);

const withDetails = (card: TrekantDocument, details: SealedRef | undefined): TrekantDocument =>
  details ? { ...card, contactDetails: [...card.contactDetails, details] } : card;

const reducePersonal = (card: TrekantDocument, event: RecordedEvent): TrekantDocument => {
  switch (event.type) {
    case 'IdentityLinked':
      return withIdentity(card, sealedRefOf(event));
    case 'ContactDetailsRecorded':
      return withDetails(card, sealedRefOf(event));
    case 'GuardianRegistered': {
      const { guardianId, basis, from, to } = event.data;
      return { ...card, guardians: [...card.guardians, known({ guardianId, basis, from, to, person: sealedRefOf(event) })] };
    }
    default:
      return card;
  }
};

const reduceCard = (before: TrekantDocument, event: RecordedEvent): TrekantDocument => {
  const card = reduceTeam(reduceStanding(reducePersonal(before, event), event), event, sealedRefOf);
  const residences = reduceResidences(card.residences, event);
  const referrals = reduceReferrals(card.referrals, event);
  const measures = reduceMeasures(card.measures, event);
  if (residences === card.residences && referrals === card.referrals && measures === card.measures) return card;
  return { ...card, residences, municipality: residences.at(-1)?.municipality ?? card.municipality, referrals, measures };
};

/** Youth cards by the youth's id. */
export const trekantView: View<TrekantDocument> = {
  name: 'trekant',
  version: 2,
  passesOver: dailyEvents,
  keys: byYouth,
  reduce: (card, event, youthId) => reduceCard(card ?? opened(event, youthId), event),
};
