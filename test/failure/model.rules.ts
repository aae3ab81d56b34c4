import type { Agency, Day } from '@samspor/domain';

/** What a youth's stream should hold, by a few plain rules. */
export interface ModelYouth {
  readonly openedOn: Day;
  coordinator?: Agency;
  offered?: Agency;
  readonly referrals: { readonly id: string; status: 'open' | 'accepted' | 'returned' | 'withdrawn' }[];
  /** In order of their days; of two on one day the later told stands last. */
  changes: { readonly code: string; readonly from: Day }[];
  /** Types of all events, as told. */
  readonly told: string[];
}

/** What should come of a command: a refusal by its code, or events by their types. */
export type Outcome = { readonly refused: string } | { readonly types: readonly string[] };

const coordinating: readonly Agency[] = ['OT', 'NAV', 'KOM'];
const notYours: Outcome = { refused: 'AGENCY_MAY_NOT_APPEND' };

const happened = (youth: ModelYouth, ...types: readonly string[]): Outcome => {
  youth.told.push(...types);
  return { types };
};

/** One coordinator: appointed when there is none, by the own agency. */
export const appoint = (youth: ModelYouth, by: Agency, agency: Agency): Outcome => {
  if (!coordinating.includes(by)) return notYours;
  if (youth.coordinator) return { refused: 'COORDINATOR_ALREADY_APPOINTED' };
  if (by !== agency) return { refused: 'NOT_COORDINATING_AGENCY' };
  youth.coordinator = agency;
  return happened(youth, 'CoordinatorAppointed');
};

/** Only who coordinates offers it away, to another who can. */
export const offer = (youth: ModelYouth, by: Agency, to: Agency): Outcome => {
  if (!coordinating.includes(by)) return notYours;
  if (youth.coordinator !== by) return { refused: 'NOT_COORDINATING_AGENCY' };
  if (to === by || !coordinating.includes(to)) return { refused: 'HAND_OVER_TO_ANOTHER_AGENCY' };
  if (youth.offered === to) return { types: [] };
  youth.offered = to;
  return happened(youth, 'CoordinationHandOverOffered');
};

/** Only who was offered the coordination answers; until then the old coordinator stays. */
export const answerOffer = (youth: ModelYouth, by: Agency, accepts: boolean): Outcome => {
  if (!coordinating.includes(by)) return notYours;
  if (youth.offered !== by) return { refused: 'COORDINATION_NOT_OFFERED' };
  delete youth.offered;
  if (accepts) youth.coordinator = by;
  return happened(youth, accepts ? 'CoordinationHandOverAccepted' : 'CoordinationHandOverDeclined');
};

/** One open question to NAV at a time. */
export const refer = (youth: ModelYouth, by: Agency, id: string): Outcome => {
  if (by !== 'OT') return notYours;
  if (youth.referrals.some(({ status }) => status === 'open')) return { refused: 'REFERRAL_ALREADY_OPEN' };
  youth.referrals.push({ id, status: 'open' });
  return happened(youth, 'ReferredToNav');
};

export type Answer = 'AcceptReferral' | 'ReturnReferral' | 'WithdrawReferral';

const answers = {
  AcceptReferral: { by: ['OT', 'NAV', 'PPT', 'KOM'], of: 'NAV', status: 'accepted', event: 'ReferralAccepted' },
  ReturnReferral: { by: ['OT', 'NAV', 'PPT', 'KOM'], of: 'NAV', status: 'returned', event: 'ReferralReturned' },
  WithdrawReferral: { by: ['OT', 'NAV', 'KOM', 'SCH', 'BV'], of: 'OT', status: 'withdrawn', event: 'ReferralWithdrawn' },
} as const;

/** One answer per referral: by who was asked, or taken back by who asked. */
export const answerReferral = (youth: ModelYouth, by: Agency, answer: Answer, id: string): Outcome => {
  const { by: may, of, status, event } = answers[answer];
  if (!may.some((agency) => agency === by)) return notYours;
  const referral = youth.referrals.find((one) => one.id === id);
  if (referral && by !== of) return { refused: 'NOT_YOUR_REFERRAL' };
  if (referral?.status !== 'open') return { refused: 'REFERRAL_NOT_OPEN' };
  referral.status = status;
  return happened(youth, event);
};

/** The days from which Udir has had a code. */
const codesFrom: Readonly<Record<string, Day>> = { OTUK: '2011-08-01', OTVF: '2016-07-01' };

export const isLegalOn = (code: string, day: Day): boolean => (codesFrom[code] ?? '9999') <= day;

/** A status is of OT, within the membership, in the code set of its day, and unknown first. */
export const changeStatus = (youth: ModelYouth, by: Agency, code: string, on: Day): Outcome => {
  if (by !== 'OT') return notYours;
  if (on < youth.openedOn) return { refused: 'NO_OPEN_MEMBERSHIP' };
  if (!isLegalOn(code, on)) return { refused: 'UNKNOWN_STATUS_CODE_AT_DATE' };
  const current = youth.changes.findLast(({ from }) => from <= on);
  if (!current && code !== 'OTUK') return { refused: 'FIRST_STATUS_MUST_BE_OTUK' };
  if (current?.code === code && current.from === on) return { types: [] };
  youth.changes = [...youth.changes.filter(({ from }) => from <= on), { code, from: on }, ...youth.changes.filter(({ from }) => from > on)];
  return happened(youth, 'OtStatusChanged');
};
