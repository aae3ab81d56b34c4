import { contactEvents } from '@samspor/domain';
import type { HubEvent } from '../view.js';

/** What is said between agencies, beside a referral. */
export const sharingEvents = [
  'InformationShared',
  'InformationRequestMade',
  'EmergencyShareMade',
] as const satisfies readonly HubEvent['type'][];

/** What happens most often in a case: it moves deadlines and is shown in the timeline, and changes nothing else. */
export const dailyEvents: ReadonlySet<HubEvent['type']> = new Set([
  ...(Object.keys(contactEvents) as (keyof typeof contactEvents)[]),
  ...sharingEvents,
]);
