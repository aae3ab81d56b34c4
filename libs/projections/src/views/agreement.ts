import type { AdaptableTerms, Agency, Anchor, Day, Terms } from '@samspor/domain';
import { type RecordedEvent, type View, agreementIdOf } from '../view.js';

/** A local adaptation of an agreement, on its way to be approved or approved. */
export interface AdaptationDocument {
  readonly adaptationId: string;
  readonly municipality: string;
  readonly changes: AdaptableTerms;
  readonly from: Day;
  readonly proposedOn: Day;
  readonly anchoredBy: readonly Anchor[];
  readonly approvedOn?: Day;
}

/** A cooperation agreement with its terms. */
export interface AgreementDocument {
  readonly agreementId: string;
  readonly county: string;
  readonly level: 'overarching' | 'operational';
  readonly from: Day;
  readonly to: Day;
  readonly parties: readonly Agency[];
  readonly terms: Terms;
  readonly signedOn: Day;
  readonly terminatedOn?: Day;
  readonly adaptations: readonly AdaptationDocument[];
  readonly revision: number;
  readonly position: string;
}

const signed = (event: RecordedEvent, agreementId: string): AgreementDocument => {
  if (event.type !== 'AgreementSigned') throw new TypeError('the stream of an agreement starts when it is signed');
  const { county, level, from, to, parties, terms, on } = event.data;
  return { agreementId, county, level, from, to, parties, terms, signedOn: on, adaptations: [], revision: 0, position: '' };
};

const adapted = (agreement: AgreementDocument, id: string, change: (adaptation: AdaptationDocument) => Partial<AdaptationDocument>) => ({
  ...agreement,
  adaptations: agreement.adaptations.map((adaptation) =>
    adaptation.adaptationId === id ? { ...adaptation, ...change(adaptation) } : adaptation,
  ),
});

const reduceAgreement = (agreement: AgreementDocument, event: RecordedEvent): AgreementDocument => {
  switch (event.type) {
    case 'LocalAdaptationProposed': {
      const { on, ...proposal } = event.data;
      return { ...agreement, adaptations: [...agreement.adaptations, { ...proposal, proposedOn: on, anchoredBy: [] }] };
    }
    case 'LocalAdaptationAnchored':
      return adapted(agreement, event.data.adaptationId, ({ anchoredBy }) => ({ anchoredBy: [...anchoredBy, event.data.anchor] }));
    case 'LocalAdaptationApproved':
      return adapted(agreement, event.data.adaptationId, () => ({ approvedOn: event.data.on }));
    case 'AgreementTerminated':
      return { ...agreement, terminatedOn: event.data.on };
    default:
      return agreement;
  }
};

/** Agreements by id; found by county. */
export const agreementView: View<AgreementDocument> = {
  name: 'agreement',
  version: 1,
  keys: ({ stream }) => {
    const agreementId = agreementIdOf(stream);
    return agreementId === undefined ? [] : [agreementId];
  },
  reduce: (agreement, event, agreementId) => ({
    ...reduceAgreement(agreement ?? signed(event, agreementId), event),
    revision: event.revision,
    position: String(event.position),
  }),
  indexes: ({ county }) => ({ county }),
};
