import type { HubEvent } from '../view.js';

/** What happens most often in a case: it moves deadlines and is shown in the timeline, and changes nothing else. */
export const contactEvents = [
  'WrittenInformationSent',
  'ContactAttempted',
  'NoticeOpened',
  'SecondNoticeSent',
  'ContactEstablished',
  'NotReachedDeclared',
  'FollowUpDeclined',
  'FollowUpRequested',
  'GuidanceTalkHeld',
] as const satisfies readonly HubEvent['type'][];

/** What is said between agencies, beside a referral. */
export const sharingEvents = [
  'InformationShared',
  'InformationRequestMade',
  'EmergencyShareMade',
] as const satisfies readonly HubEvent['type'][];
