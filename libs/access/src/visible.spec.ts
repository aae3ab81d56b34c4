import type { Agency, Consent, Sensitivity } from '@samspor/domain';
import fc from 'fast-check';
import { type Disclosure, isVisible } from './visible.js';

const consent: Consent = {
  consentId: 'c',
  giver: 'youth',
  from: 'OT',
  to: 'NAV',
  categories: ['follow-up'],
  purpose: 'coordinate-follow-up',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};
const talk: Disclosure = { owner: 'OT', category: 'follow-up', sensitivity: 'S2', addressedTo: [] };
const seen = (event: Disclosure, reader: Agency, consents: readonly Consent[] = [], on = '2026-03-10', birthDate = '2005-01-01') =>
  isVisible(event, reader, { consents, birthDate }, on);

describe('what an agency sees of another', () => {
  it('shows the trekant each other’s steps', () => expect(seen({ ...talk, sensitivity: 'S1' }, 'NAV')).toBe(true));
  it('hides personal matters without a consent', () => expect(seen(talk, 'NAV')).toBe(false));
  it('shows them with a live consent for that category and receiver', () => expect(seen(talk, 'NAV', [consent])).toBe(true));
  it('hides them for another receiver', () => expect(seen(talk, 'KOM', [consent])).toBe(false));
  it('hides another category', () => expect(seen({ ...talk, category: 'health' }, 'NAV', [consent])).toBe(false));
  it('hides them from the day a consent is withdrawn', () => {
    expect(seen(talk, 'NAV', [{ ...consent, withdrawnOn: '2026-03-11' }])).toBe(true);
    expect(seen(talk, 'NAV', [{ ...consent, withdrawnOn: '2026-03-10' }])).toBe(false);
  });
  it('hides them after the last day of a consent', () => {
    expect(seen(talk, 'NAV', [consent], '2026-12-31')).toBe(true);
    expect(seen(talk, 'NAV', [consent], '2027-01-01')).toBe(false);
  });
  it('does not count a guardian’s consent from the 18th birthday', () => {
    const byGuardian: Consent = { ...consent, giver: 'guardian' };
    expect(seen(talk, 'NAV', [byGuardian], '2026-03-09', '2008-03-10')).toBe(true);
    expect(seen(talk, 'NAV', [byGuardian], '2026-03-10', '2008-03-10')).toBe(false);
  });
  it('shows what was sent to the reader', () => expect(seen({ ...talk, addressedTo: ['NAV'] }, 'NAV')).toBe(true));
  it('hides that barnevern is there', () => expect(seen({ ...talk, owner: 'BV', sensitivity: 'S1' }, 'OT')).toBe(false));
});

const agencies = fc.constantFrom<Agency>('OT', 'NAV', 'PPT', 'BV', 'KOM', 'SCH');
const events = fc.record({
  owner: agencies,
  category: fc.constantFrom('follow-up' as const, 'health' as const),
  sensitivity: fc.constantFrom<Sensitivity>('S0', 'S1', 'S2', 'S3', 'S4'),
  addressedTo: fc.array(agencies, { maxLength: 1 }),
});

describe('visibility, for any event and reader', () => {
  it('never shows a graded event to others than its owner and those it was sent to', () =>
    fc.assert(
      fc.property(events, agencies, (event, reader) => {
        const graded: Disclosure = { ...event, sensitivity: 'S4' };
        return !seen(graded, reader, [consent]) || event.owner === reader || event.addressedTo.includes(reader);
      }),
    ));

  it('shows no less with a consent than without', () =>
    fc.assert(fc.property(events, agencies, (event, reader) => !seen(event, reader) || seen(event, reader, [consent]))));
});
