export * from './kernel/agency.js';
export * from './kernel/calendar.js';
export * from './kernel/catalogue.js';
export * from './kernel/day.js';
export * from './kernel/decider.js';
export * from './kernel/decisions.js';
export * from './kernel/describe.js';
export * from './kernel/envelope.js';
export * from './kernel/identifiers.js';
export * from './kernel/rejected.js';
export * from './kernel/rule.js';
export * from './kernel/upcast.js';
export { upcasters } from './upcasters.js';
export * from './codes/index.js';
export * from './youth/target-group/target-group.events.js';
export * from './youth/target-group/target-group.commands.js';
export {
  type Membership,
  type TargetGroupState,
  membershipOn,
  municipalityOn as residenceOn,
} from './youth/target-group/target-group.state.js';
export * from './youth/status/status.events.js';
export * from './youth/status/status.commands.js';
export { statusOn } from './youth/status/status.state.js';
export * from './youth/contact/contact.events.js';
export * from './youth/contact/contact.commands.js';
export * from './youth/contact-persons/contact-persons.events.js';
export * from './youth/contact-persons/contact-persons.commands.js';
export * from './youth/consent/consent.events.js';
export * from './youth/consent/consent.commands.js';
export { type Consent, isLive } from './youth/consent/consent.state.js';
export * from './youth/referral/referral.events.js';
export * from './youth/referral/referral.commands.js';
export type { ReferralCase, ReferralStatus } from './youth/referral/referral.state.js';
export * from './youth/measures/measures.events.js';
export * from './youth/measures/measures.commands.js';
export { type Measure, isRunning } from './youth/measures/measures.state.js';
export * from './youth/school-and-work/school-and-work.events.js';
export * from './youth/school-and-work/school-and-work.commands.js';
export * from './youth/deadlines/deadlines.events.js';
export { recordRules } from './youth/record/record.rules.js';
export type { DecisionContext } from './youth/youth.context.js';
export { contactEvents } from './youth/contact/contact.events.js';
export { type Youth, type YouthCommand, type YouthEvent, youthEvents } from './youth/youth.state.js';
export { youthDecider, youthDecisions } from './youth/youth.decider.js';
export { describeYouthEvent } from './youth/youth.envelope.js';
export { type OpenCommand, openCommands } from './youth/open-commands.js';
export * from './agreement/terms.js';
export * from './agreement/agreement.events.js';
export * from './agreement/agreement.commands.js';
export { type Adaptation, type Agreement, isInForce, termsFor } from './agreement/agreement.state.js';
export type { AgreementContext } from './agreement/agreement.context.js';
export { agreementDecider, agreementDecisions } from './agreement/agreement.decider.js';
export { describeAgreementEvent } from './agreement/agreement.envelope.js';
