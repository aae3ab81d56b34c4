import type { ConsentCommand } from './consent/consent.commands.js';
import { type ConsentEvent, consentEvents } from './consent/consent.events.js';
import { type ConsentState, evolveConsent, noConsent } from './consent/consent.state.js';
import type { ContactPersonsCommand } from './contact-persons/contact-persons.commands.js';
import { type ContactPersonsEvent, contactPersonsEvents } from './contact-persons/contact-persons.events.js';
import { type ContactPersonsState, evolveContactPersons, noContactPersons } from './contact-persons/contact-persons.state.js';
import type { ContactCommand } from './contact/contact.commands.js';
import { type ContactEvent, contactEvents } from './contact/contact.events.js';
import { type ContactState, evolveContact, noContact } from './contact/contact.state.js';
import { type DeadlinesEvent, deadlinesEvents } from './deadlines/deadlines.events.js';
import type { MeasuresCommand } from './measures/measures.commands.js';
import { type MeasuresEvent, measuresEvents } from './measures/measures.events.js';
import { type MeasuresState, evolveMeasures, noMeasures } from './measures/measures.state.js';
import type { ReferralCommand } from './referral/referral.commands.js';
import { type ReferralEvent, referralEvents } from './referral/referral.events.js';
import { type ReferralState, evolveReferral, noReferral } from './referral/referral.state.js';
import type { SchoolAndWorkCommand } from './school-and-work/school-and-work.commands.js';
import { type SchoolAndWorkEvent, schoolAndWorkEvents } from './school-and-work/school-and-work.events.js';
import { type SchoolAndWorkState, evolveSchoolAndWork, noSchoolAndWork } from './school-and-work/school-and-work.state.js';
import type { StatusCommand } from './status/status.commands.js';
import { type StatusEvent, statusEvents } from './status/status.events.js';
import { type StatusState, evolveStatus, noStatus } from './status/status.state.js';
import type { TargetGroupCommand } from './target-group/target-group.commands.js';
import { type TargetGroupEvent, targetGroupEvents } from './target-group/target-group.events.js';
import { type TargetGroupState, evolveTargetGroup, noTargetGroup } from './target-group/target-group.state.js';
import type { Catalogue } from '../kernel/catalogue.js';

export type YouthEvent =
  | TargetGroupEvent
  | StatusEvent
  | ContactEvent
  | ContactPersonsEvent
  | ConsentEvent
  | ReferralEvent
  | MeasuresEvent
  | SchoolAndWorkEvent
  | DeadlinesEvent;

export type YouthCommand =
  | TargetGroupCommand
  | StatusCommand
  | ContactCommand
  | ContactPersonsCommand
  | ConsentCommand
  | ReferralCommand
  | MeasuresCommand
  | SchoolAndWorkCommand;

/** What the rules need to know about one youth: a slice per rule family. */
export interface Youth {
  readonly targetGroup: TargetGroupState;
  readonly status: StatusState;
  readonly contact: ContactState;
  readonly contactPersons: ContactPersonsState;
  readonly consent: ConsentState;
  readonly referral: ReferralState;
  readonly measures: MeasuresState;
  readonly schoolAndWork: SchoolAndWorkState;
}

export const noYouth: Youth = {
  targetGroup: noTargetGroup,
  status: noStatus,
  contact: noContact,
  contactPersons: noContactPersons,
  consent: noConsent,
  referral: noReferral,
  measures: noMeasures,
  schoolAndWork: noSchoolAndWork,
};

/** Every event of a youth's stream. */
export const youthEvents: Catalogue<YouthEvent> = {
  ...targetGroupEvents,
  ...statusEvents,
  ...contactEvents,
  ...contactPersonsEvents,
  ...consentEvents,
  ...referralEvents,
  ...measuresEvents,
  ...schoolAndWorkEvents,
  ...deadlinesEvents,
};

const isOf =
  <E extends YouthEvent>(family: Catalogue<E>) =>
  (event: YouthEvent): event is E =>
    event.type in family;

const ofTargetGroup = isOf<TargetGroupEvent>(targetGroupEvents);
const ofStatus = isOf<StatusEvent>(statusEvents);
const ofContact = isOf<ContactEvent>(contactEvents);
const ofContactPersons = isOf<ContactPersonsEvent>(contactPersonsEvents);
const ofConsent = isOf<ConsentEvent>(consentEvents);
const ofReferral = isOf<ReferralEvent>(referralEvents);
const ofMeasures = isOf<MeasuresEvent>(measuresEvents);
const ofSchoolAndWork = isOf<SchoolAndWorkEvent>(schoolAndWorkEvents);

/** Hands the event to its family; an event type that no family folds does not compile. */
export const evolveYouth = (youth: Youth, event: YouthEvent): Youth => {
  if (ofTargetGroup(event)) return { ...youth, targetGroup: evolveTargetGroup(youth.targetGroup, event) };
  if (ofStatus(event)) return { ...youth, status: evolveStatus(youth.status, event) };
  if (ofContact(event)) return { ...youth, contact: evolveContact(youth.contact, event) };
  if (ofContactPersons(event)) return { ...youth, contactPersons: evolveContactPersons(youth.contactPersons, event) };
  if (ofConsent(event)) return { ...youth, consent: evolveConsent(youth.consent, event) };
  if (ofReferral(event)) return { ...youth, referral: evolveReferral(youth.referral, event) };
  if (ofMeasures(event)) return { ...youth, measures: evolveMeasures(youth.measures, event) };
  if (ofSchoolAndWork(event)) return { ...youth, schoolAndWork: evolveSchoolAndWork(youth.schoolAndWork, event) };
  event satisfies DeadlinesEvent;
  return youth;
};
