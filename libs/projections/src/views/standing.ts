import type { Day, EnrolmentReason } from '@samspor/domain';
import { type RecordedEvent, known } from '../view.js';

/** How a youth stands with OT today. */
export interface Standing {
  readonly membership?: { readonly reason: EnrolmentReason; readonly schoolYear: string; readonly openedOn: Day; readonly until: Day };
  readonly status?: { readonly code: string; readonly from: Day };
}

/** A document that has a standing, after an event. A status told late does not replace one that holds from a later day. */
export const reduceStanding = <Doc extends Standing>(doc: Doc, event: RecordedEvent): Doc => {
  switch (event.type) {
    case 'TargetGroupMembershipOpened': {
      const { reason, schoolYear, on, until } = event.data;
      return { ...doc, membership: { reason, schoolYear, openedOn: on, until } };
    }
    case 'TargetGroupMembershipClosed':
      return doc.membership && doc.membership.openedOn <= event.data.on ? known({ ...doc, membership: undefined }) : doc;
    case 'OtStatusChanged':
      return doc.status && doc.status.from > event.data.from ? doc : { ...doc, status: { code: event.data.code, from: event.data.from } };
    default:
      return doc;
  }
};
