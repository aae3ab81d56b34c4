import type { AgreementContext } from './agreement.context.js';
import { type AgreementEvent, agreementEvents } from './agreement.events.js';
import { lawOn } from '../codes/law.js';
import { type Description, ownerOf } from '../kernel/describe.js';

/** The envelope of an agreement's event. */
export const describeAgreementEvent = (event: AgreementEvent, { on, actor }: AgreementContext): Description => {
  const { category, sensitivity, schemaVersion } = agreementEvents[event.type];
  return {
    occurredOn: on,
    ownerAgency: ownerOf(agreementEvents, event, actor),
    category,
    sensitivity,
    lawVersion: lawOn(on).version,
    schemaVersion,
  };
};
