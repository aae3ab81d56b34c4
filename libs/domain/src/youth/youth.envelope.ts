import type { SharingBasis } from './consent/consent.events.js';
import type { DecisionContext } from './youth.context.js';
import { type YouthEvent, youthEvents } from './youth.state.js';
import { lawOn } from '../codes/law.js';
import { processingBasisOf } from '../codes/legal-bases.js';
import { findStatus } from '../codes/ot-status.js';
import type { Sensitivity } from '../kernel/catalogue.js';
import { type Description, ownerOf } from '../kernel/describe.js';
import type { LegalBasis } from '../kernel/envelope.js';

const ofSharing = (basis: SharingBasis): LegalBasis =>
  'consentId' in basis ? { code: 'CONSENT', ref: basis.consentId } : { code: basis.statute };

/** A status that tells of illness is health data, whatever the event type says. */
const sensitivityOf = (event: YouthEvent): Sensitivity =>
  event.type === 'OtStatusChanged' && findStatus(event.data.code, event.data.from)?.special ? 'S3' : youthEvents[event.type].sensitivity;

/** The envelope of a youth's event: owner, sensitivity, legal basis, law and terms of the day. */
export const describeYouthEvent = (event: YouthEvent, { on, actor, terms }: DecisionContext): Description => {
  const { category, schemaVersion } = youthEvents[event.type];
  return {
    occurredOn: on,
    ownerAgency: ownerOf(youthEvents, event, actor),
    category,
    sensitivity: sensitivityOf(event),
    legalBasis:
      'basis' in event.data && typeof event.data.basis === 'object'
        ? ofSharing(event.data.basis)
        : { code: processingBasisOf(actor.agency, on) },
    lawVersion: lawOn(on).version,
    termsVersion: terms.terms.version,
    schemaVersion,
  };
};
