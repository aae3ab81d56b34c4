import { type AgreementEvent, defaultTerms } from '@samspor/domain';
import { documentsOf } from '../testing/folding.js';
import { recorded, somebodyOf } from '../testing/record.js';
import { agreementView } from './agreement.js';

const given = (...events: readonly AgreementEvent[]) =>
  documentsOf(agreementView, recorded(events.map((event) => ({ stream: 'agreement-a1', event, by: somebodyOf('ADM') })))).get('a1');

const signed: AgreementEvent = {
  type: 'AgreementSigned',
  data: {
    agreementId: 'a1',
    county: '50',
    parties: ['OT', 'NAV', 'KOM'],
    level: 'operational',
    from: '2026-01-01',
    to: '2027-12-31',
    terms: defaultTerms,
    on: '2025-12-01',
  },
};

const proposed: AgreementEvent = {
  type: 'LocalAdaptationProposed',
  data: { adaptationId: 'l1', municipality: '5006', changes: { graceDays: 7 }, from: '2026-02-01', on: '2026-01-10' },
};

describe('the view of agreements', () => {
  it('shows an agreement with all its terms', () => {
    const doc = given(signed);
    expect(doc).toMatchObject({
      agreementId: 'a1',
      county: '50',
      level: 'operational',
      from: '2026-01-01',
      to: '2027-12-31',
      parties: ['OT', 'NAV', 'KOM'],
      terms: defaultTerms,
      signedOn: '2025-12-01',
      adaptations: [],
      revision: 0,
      position: '1',
    });
    expect(doc && agreementView.indexes?.(doc)).toEqual({ county: '50' });
  });

  it('follows a local adaptation until it is approved', () => {
    const anchored = (anchor: 'principal' | 'nav-service-area-leader'): AgreementEvent => ({
      type: 'LocalAdaptationAnchored',
      data: { adaptationId: 'l1', anchor, on: '2026-01-15' },
    });
    const approved: AgreementEvent = {
      type: 'LocalAdaptationApproved',
      data: { adaptationId: 'l1', municipality: '5006', changes: { graceDays: 7 }, from: '2026-02-01', on: '2026-01-20' },
    };
    expect(given(signed, proposed, anchored('principal'), anchored('nav-service-area-leader'), approved)?.adaptations).toEqual([
      {
        adaptationId: 'l1',
        municipality: '5006',
        changes: { graceDays: 7 },
        from: '2026-02-01',
        proposedOn: '2026-01-10',
        anchoredBy: ['principal', 'nav-service-area-leader'],
        approvedOn: '2026-01-20',
      },
    ]);
  });

  it('shows when it was terminated', () => {
    expect(given(signed, { type: 'AgreementTerminated', data: { reason: 'ny avtale', on: '2026-06-01' } })?.terminatedOn).toBe(
      '2026-06-01',
    );
  });

  it('does not begin with anything but the signature', () => {
    expect(() => given(proposed)).toThrow('starts when it is signed');
  });
});
