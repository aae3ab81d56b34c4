import { type Agency, type DataOf, categories, contactRoles, defaultTerms, purposes, sharingAgencies, trekantRoles } from '@samspor/domain';
import fc from 'fast-check';
import type { HubEvent } from '../view.js';

const oneOf = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });

export const day: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

// Few of each, so that events meet.
const id = oneOf('a', 'b', 'c');
const person = oneOf('p1', 'p2', 'p3', 'p4');
const unit = oneOf('nav-5006', 'ot-5006', 'kom-5006', 'nav-5037');
const municipality = oneOf('5006', '0301', '1702');
const agency: fc.Arbitrary<Agency> = oneOf('OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH', 'Y', 'SYS');
const sharing = oneOf(...sharingAgencies);
const role = oneOf(...contactRoles);
const some = fc.subarray([...categories], { minLength: 1 });
const channel = oneOf('phone', 'sms', 'email', 'letter', 'digital', 'visit', 'social');
const word = oneOf('motivation', 'results', 'Ærlig \u2028 "tekst"', '');
const outcome = oneOf('completed', 'quit', 'work', 'school');

/** A record without the fields that have no value, as JSON would leave it. */
const record = <T>(model: { readonly [K in keyof T]-?: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(model).map((fields) => JSON.parse(JSON.stringify(fields)) as T);

const contactPerson = { personId: person, unit, name: word, phone: maybe(word), email: maybe(word) };
const scope = { from: sharing, to: oneOf(...sharingAgencies, 'guardian'), categories: some, purpose: oneOf(...purposes) };
const basis = oneOf({ consentId: 'a' }, { statute: 'FVL_13_B' });
const giver = oneOf('youth', 'guardian', 'both-guardians');
const referral = {
  referralId: id,
  from: sharing,
  toUnit: unit,
  reason: word,
  categories: some,
  basis,
  message: maybe(word),
  answerDueOn: day,
  on: day,
};
const adaptable = fc.record({ minAttempts: fc.nat(5), graceDays: fc.nat(30) }, { requiredKeys: [] });

type Data = { readonly [Type in HubEvent['type']]: fc.Arbitrary<DataOf<HubEvent, Type>> };

const youthData = {
  YouthStreamOpened: record({ birthDate: day, municipality, on: day }),
  IdentityLinked: record({ identType: oneOf('fnr'), identityNumber: word, name: word, on: day }),
  ContactDetailsRecorded: record({ phone: maybe(word), email: maybe(word), address: maybe(word), on: day }),
  ResidenceChanged: record({ municipality, from: day }),
  GuardianRegistered: record({ guardianId: id, name: word, phone: maybe(word), basis: oneOf('guardianship'), from: day, to: maybe(day) }),
  TargetGroupMembershipOpened: record({
    reason: oneOf('quit', 'no_show'),
    schoolYear: oneOf('2025/26'),
    until: day,
    reentry: fc.boolean(),
    termsVersion: maybe(word),
    firstContactDueOn: maybe(day),
    informationDueOn: maybe(day),
    on: day,
  }),
  TargetGroupMembershipClosed: record({ reason: oneOf('age', 'in_work'), on: day }),
  PreventiveCaseOpened: record({ level: oneOf('lower-secondary'), trigger: word, on: day }),
  OtStatusChanged: record({
    code: oneOf('OTUK', 'OTOV', 'OTAP'),
    codeSet: day,
    previous: maybe(word),
    basis: oneOf('assessed'),
    from: day,
  }),
  WrittenInformationSent: record({ template: word, channel, guardianCopy: fc.boolean(), exemption: maybe(oneOf('confidential')), on: day }),
  ContactAttempted: record({ attemptId: id, channel, outcome: oneOf('no-answer'), template: maybe(word), note: maybe(word), on: day }),
  NoticeOpened: record({ attemptId: id, on: day }),
  SecondNoticeSent: record({ attemptId: id, channel, on: day }),
  ContactEstablished: record({ channel, with: oneOf('youth', 'guardian'), on: day }),
  NotReachedDeclared: record({ attempts: fc.nat(5), channels: fc.nat(5), nextRoundOn: day, on: day }),
  FollowUpDeclined: record({ statedBy: oneOf('youth'), informedOfReturn: fc.boolean(), on: day }),
  FollowUpRequested: record({ wish: maybe(word), on: day }),
  GuidanceTalkHeld: record({ topics: fc.array(word, { maxLength: 2 }), summary: maybe(word), on: day }),
  ContactPersonAssigned: record({ ...contactPerson, role, deputy: fc.boolean(), from: day }),
  ContactPersonReplaced: record({ ...contactPerson, role, previousPersonId: person, handoverNote: maybe(word), from: day }),
  ContactPersonReleased: record({ role, deputy: fc.boolean(), personId: person, reason: word, on: day }),
  TrekantCompleted: record({ on: day }),
  CoordinatorAppointed: record({ agency, personId: person, basis: oneOf('agreement', 'OPL_9_4'), on: day }),
  CoordinationHandOverOffered: record({ from: agency, to: agency, personId: person, reason: word, on: day }),
  CoordinationHandOverAccepted: record({ agency, personId: person, on: day }),
  CoordinationHandOverDeclined: record({ agency, reason: word, on: day }),
};

const togetherData = {
  ConsentGiven: record({
    ...scope,
    consentId: id,
    giver,
    validFrom: day,
    validTo: day,
    formVersion: word,
    how: oneOf('written', 'oral'),
    on: day,
  }),
  ConsentRefused: record({ ...scope, giver, on: day }),
  ConsentWithdrawn: record({ consentId: id, by: giver, on: day }),
  ConsentExpired: record({ consentId: id, cause: oneOf('date', 'turned-18'), on: day }),
  InformationShared: record({ to: scope.to, categories: some, purpose: scope.purpose, basis, content: word, on: day }),
  InformationRequestMade: record({ to: sharing, statute: word, what: word, dueOn: maybe(day), on: day }),
  EmergencyShareMade: record({ to: word, reason: word, on: day }),
  ReferredToNav: record({ ...referral, wantedHelp: word }),
  ReferredToOt: record(referral),
  ReferredToPpt: record(referral),
  ReferredToMunicipalService: record({ ...referral, service: word }),
  ReferralAccepted: record({ referralId: id, by: sharing, handlerId: maybe(person), on: day }),
  ReferralReturned: record({ referralId: id, by: sharing, reason: word, advice: maybe(word), on: day }),
  ReferralInformationRequested: record({ referralId: id, by: sharing, question: word, on: day }),
  ReferralInformationGiven: record({ referralId: id, by: sharing, answer: word, on: day }),
  ReferralWithdrawn: record({ referralId: id, reason: maybe(word), on: day }),
  DeadlineBreached: record({ rule: oneOf('R14'), code: oneOf('FIRST_CONTACT_LATE'), on: day }),
};

const activityData = {
  NavRegistrationCompleted: record({ kind: oneOf('jobseeker', 'follow-up'), on: day }),
  NeedsAssessmentDecided: record({ assessmentId: id, effortGroup: word, mainGoal: word, youthGuarantee: fc.boolean(), on: day }),
  YouthGuaranteeStarted: record({ contactPersonId: person, from: day }),
  ActivityPlanAgreed: record({ planId: id, activities: word, from: day }),
  NavMeasureGranted: record({
    measureId: id,
    measure: oneOf('ARBTREN', 'ARBFORB', 'XX'),
    organiser: maybe(word),
    from: day,
    to: day,
    countyOfferAssessed: maybe(fc.boolean()),
    on: day,
  }),
  NavMeasureStarted: record({ measureId: id, percent: fc.nat(100), on: day }),
  NavMeasureReviewed: record({ measureId: id, outcome: word, assessment: maybe(word), on: day }),
  NavMeasureExtended: record({ measureId: id, to: day, ground: maybe(word), on: day }),
  NavMeasureEnded: record({ measureId: id, outcome, on: day }),
  CountyMeasureStarted: record({ measureId: id, place: word, curriculumGoals: fc.boolean(), usesRight: fc.boolean(), on: day }),
  CountyMeasureEnded: record({ measureId: id, outcome, on: day }),
  CombinedMeasureProposed: record({ measureId: id, by: oneOf('OT', 'NAV'), countyPart: word, navPart: word, from: day, to: day, on: day }),
  CombinedMeasureSigned: record({ measureId: id, by: oneOf('OT', 'NAV'), on: day }),
  CombinedMeasureStarted: record({ measureId: id, on: day }),
  CombinedMeasureEnded: record({ measureId: id, outcome, on: day }),
  SchoolApplicationSubmitted: record({ applicationId: id, deadlineKind: oneOf('feb1', 'late'), programmes: fc.constant(['ST']), on: day }),
  SchoolPlaceOffered: record({ offerId: id, place: word, programme: word, on: day }),
  SchoolPlaceDeclined: record({ offerId: id, on: day }),
  SchoolStarted: record({ school: word, programme: word, private: fc.boolean(), on: day }),
  SchoolNoShow: record({ school: word, on: day }),
  SchoolInterrupted: record({ cause: word, note: maybe(word), on: day }),
  SchoolCompleted: record({ competence: oneOf('basic', 'study'), on: day }),
  ApprenticeshipStarted: record({ contractKind: oneOf('apprentice'), trade: word, on: day }),
  ApprenticeshipTerminated: record({ cause: word, on: day }),
  EmploymentStarted: record({ percent: fc.nat(100), source: oneOf('youth'), from: day }),
  EmploymentEnded: record({ on: day }),
  MilitaryServiceRegistered: record({ from: day, to: maybe(day) }),
};

const agreementData = {
  AgreementSigned: record({
    agreementId: id,
    county: oneOf('50', '03'),
    parties: fc.constant(['OT', 'NAV', 'KOM'] as const),
    level: oneOf('overarching', 'operational'),
    from: day,
    to: day,
    terms: fc.constant(defaultTerms),
    on: day,
  }),
  FixedContactPersonNamed: record({ ...contactPerson, municipality, role: oneOf(...trekantRoles), from: day }),
  FixedContactPersonReleased: record({ municipality, role: oneOf(...trekantRoles), personId: person, on: day }),
  LocalAdaptationProposed: record({ adaptationId: id, municipality, changes: adaptable, from: day, on: day }),
  LocalAdaptationAnchored: record({ adaptationId: id, anchor: oneOf('principal'), on: day }),
  LocalAdaptationApproved: record({ adaptationId: id, municipality, changes: adaptable, from: day, on: day }),
  AgreementTerminated: record({ reason: word, on: day }),
};

/** Plausible data for every event there is: a new event without a row does not compile. */
export const randomData: Data = { ...youthData, ...togetherData, ...activityData, ...agreementData };
