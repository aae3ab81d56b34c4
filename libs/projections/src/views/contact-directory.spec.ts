import type { AgreementEvent, ContactRole } from '@samspor/domain';
import { Fold } from '../fold.js';
import { documentsOf } from '../testing/folding.js';
import { type Telling, recorded, somebodyOf } from '../testing/record.js';
import { contactDirectoryView } from './contact-directory.js';

const of = (agreementId: string, event: AgreementEvent): Telling => ({ stream: `agreement-${agreementId}`, event, by: somebodyOf('OT') });

const named = (agreementId: string, personId: string, from: string, role: ContactRole = 'NAV', municipality = '5006'): Telling =>
  of(agreementId, {
    type: 'FixedContactPersonNamed',
    data: { municipality, role, personId, unit: 'nav-5006', name: 'Kari Nordmann', from },
  });

const released = (agreementId: string, on: string): Telling =>
  of(agreementId, { type: 'FixedContactPersonReleased', data: { municipality: '5006', role: 'NAV', personId: 'any', on } });

const personsOf = (...tellings: readonly Telling[]) =>
  documentsOf(contactDirectoryView, recorded(tellings))
    .get('5006')
    ?.persons.map(({ personId, role, from, to }) => [personId, role, from, to]);

describe('the contact directory', () => {
  it('lists fixed contact persons by municipality, with their names sealed', () => {
    const documents = documentsOf(
      contactDirectoryView,
      recorded([named('a', 'p1', '2026-01-01'), named('a', 'p2', '2026-01-01', 'KOM', '5037')]),
    );
    expect([...documents.keys()]).toEqual(['5006', '5037']);
    expect(documents.get('5006')).toMatchObject({
      municipality: '5006',
      persons: [
        { role: 'NAV', personId: 'p1', unit: 'nav-5006', agreementId: 'a', person: { at: { subject: 'agreement-a', owner: 'OT' } } },
      ],
    });
    expect(JSON.stringify([...documents.values()])).not.toContain('Nordmann');
  });

  it('ends the time of the one before when another is named', () => {
    expect(personsOf(named('a', 'p1', '2026-01-01'), named('a', 'p2', '2026-03-01'), named('a', 'p3', '2026-02-01', 'KOM'))).toEqual([
      ['p1', 'NAV', '2026-01-01', '2026-03-01'],
      ['p3', 'KOM', '2026-02-01', undefined],
      ['p2', 'NAV', '2026-03-01', undefined],
    ]);
  });

  it('ends the time of who is released', () => {
    expect(personsOf(named('a', 'p1', '2026-01-01'), released('a', '2026-04-01'))).toEqual([['p1', 'NAV', '2026-01-01', '2026-04-01']]);
  });

  it('lets one agreement end nothing of another', () => {
    expect(personsOf(named('a', 'p1', '2026-01-01'), named('b', 'p2', '2026-03-01'), released('b', '2026-04-01'))).toEqual([
      ['p1', 'NAV', '2026-01-01', undefined],
      ['p2', 'NAV', '2026-03-01', '2026-04-01'],
    ]);
  });

  it('gives the same list in whatever order two agreements are folded, and when an event comes twice', () => {
    const events = recorded([named('b', 'p1', '2026-01-01'), named('a', 'p2', '2026-01-01'), released('b', '2026-04-01')]);
    const [ofB, ofA, release] = events;
    const expected = JSON.stringify([...documentsOf(contactDirectoryView, events).values()]);
    const late = new Fold(contactDirectoryView, new Map());
    for (const event of [ofA, ofB, ofB, release, ofB, release]) if (event) late.applyLate(event, ['5006']);
    expect(JSON.stringify([...late.documents.values()].map(({ doc }) => doc))).toBe(expected);
  });
});
