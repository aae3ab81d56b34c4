import { folding, told } from '../testing/folding.js';
import { by, consented, enrolled, named, referred, registered, released } from '../testing/stories.js';
import { accessView } from './access.js';

const { given } = folding(accessView);

describe('what access is decided on', () => {
  it('is where the youth lives now, and has lived', () => {
    const moved = told({ type: 'ResidenceChanged', data: { municipality: '5037', from: '2026-01-01' } });
    const earlier = told({ type: 'ResidenceChanged', data: { municipality: '5001', from: '2025-10-01' } });
    expect(given(registered, moved, earlier)).toMatchObject({
      birthDate: '2008-05-20',
      municipality: '5037',
      residences: [{ municipality: '5006' }, { municipality: '5001' }, { municipality: '5037' }],
    });
  });

  it('is everybody named in the team, once: holders, deputies and coordinator', () => {
    const appointed = told({ type: 'CoordinatorAppointed', data: { agency: 'OT', personId: 'ot-1', basis: 'OPL_9_4', on: '2025-09-03' } });
    const offered = told({
      type: 'CoordinationHandOverOffered',
      data: { from: 'OT', to: 'NAV', personId: 'nav-9', reason: 'flyttet', on: '2026-01-01' },
    });
    const accepted = by('NAV', { type: 'CoordinationHandOverAccepted', data: { agency: 'NAV', personId: 'nav-9', on: '2026-01-05' } });
    expect(given(registered, named('OT'), named('NAV', 'nav-2', true), appointed)?.people).toEqual(['nav-2', 'ot-1']);
    expect(given(registered, named('OT'), released('OT', '2026-01-01'))?.people).toEqual([]);
    expect(given(registered, appointed, offered)?.people).toEqual(['ot-1']);
    expect(given(registered, appointed, offered, accepted)?.people).toEqual(['nav-9']);
  });

  it('is the consent ledger, also what is withdrawn or has expired', () => {
    const withdrawn = told({ type: 'ConsentWithdrawn', data: { consentId: 'c1', by: 'youth', on: '2025-11-01' } });
    const expired = told({ type: 'ConsentExpired', data: { consentId: 'c2', cause: 'date', on: '2026-09-11' } });
    expect(given(registered, consented('c1', '2026-09-10'), consented('c2', '2026-09-10'), withdrawn, expired)?.consents).toMatchObject([
      { consentId: 'c1', from: 'OT', to: 'NAV', purpose: 'referral', validTo: '2026-09-10', withdrawnOn: '2025-11-01' },
      { consentId: 'c2', giver: 'youth', categories: ['follow-up'], expiredOn: '2026-09-11' },
    ]);
  });

  it('is found by who is named and by the offices with a case', () => {
    const doc = given(registered, enrolled, named('OT'), named('NAV', 'nav-2', true), referred());
    expect(doc && accessView.indexes?.(doc)).toEqual({ person: ['nav-2', 'ot-1'], unit: ['nav-5006', 'nav-5037', 'ot-5006'] });
  });

  it('does not begin with anything but the opening of the stream', () => {
    expect(() => given(enrolled)).toThrow('starts when it is opened');
  });

  it('stays as it is, and is not stored again, when something happens that it does not depend on', () => {
    const before = given(registered, enrolled);
    const talk = told({ type: 'GuidanceTalkHeld', data: { topics: ['school-choice'], on: '2026-01-02' } });
    expect(given(registered, enrolled, talk)).toEqual(before);
  });
});
