import { folding, told, youthId } from '../testing/folding.js';
import { enrolled, named, referred, registered, released, status } from '../testing/stories.js';
import { worklistView } from './worklist.js';

const { given } = folding(worklistView);

describe('the worklist', () => {
  it('shows how the youth stands, without personal fields', () => {
    const doc = given(registered, enrolled, named('OT'), status('OTUK', '2025-09-01'));
    expect(doc).toMatchObject({ youthId, status: { code: 'OTUK' }, membership: { openedOn: '2025-09-01' } });
    expect(JSON.stringify(doc)).not.toContain('box');
  });

  it('says in both languages what is asked, the earliest first', () => {
    const doc = given(registered, enrolled, named('OT'), released('OT', '2025-09-10'), referred());
    expect(doc?.deadlines.map(({ kind, dueOn, asks }) => [kind, dueOn, asks.nb, asks.en])).toEqual([
      ['first-contact', '2025-09-08', 'OT gjør det første forsøket på å nå ungdommen.', 'OT makes the first attempt to reach the youth.'],
      ['fill-vacancy', '2025-09-10', 'OT utpeker en kontaktperson.', 'OT names a contact person.'],
      ['written-information', '2025-09-15', 'OT sender ungdommen skriftlig informasjon.', 'OT sends the youth written information.'],
      ['answer-referral', '2025-10-01', 'NAV svarer på henvisningen fra OT.', 'NAV answers the referral from OT.'],
      [
        'age-exit',
        '2032-12-31',
        'Retten opphører ved aldersgrensen; OT avslutter tilmeldingen.',
        'The right ends by age; OT closes the membership.',
      ],
    ]);
    expect(doc?.nextDueOn).toBe('2025-09-08');
  });

  it('names agencies as a sentence does', () => {
    const offered = told({
      type: 'CoordinationHandOverOffered',
      data: { from: 'BV', to: 'KOM', personId: 'k', reason: 'x', on: '2025-10-01' },
    });
    expect(given(registered, offered)?.deadlines[0]?.asks).toEqual({
      en: 'The municipality takes over the coordination from child welfare, or declines.',
      nb: 'Kommunen overtar koordineringen fra barnevernet, eller avslår.',
    });
  });

  it('has no next day when nothing is due', () => {
    const closed = told({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on: '2026-02-01' } });
    const doc = given(registered, enrolled, closed);
    expect([doc?.deadlines, doc?.nextDueOn]).toEqual([[], undefined]);
  });
});
