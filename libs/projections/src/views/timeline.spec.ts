import { told } from '../testing/folding.js';
import { type Telling, recorded } from '../testing/record.js';
import { by, consented, referred, registered } from '../testing/stories.js';
import { timelineEntryOf } from './timeline.js';

const last = (...tellings: readonly Telling[]) => recorded(tellings).map(timelineEntryOf).at(-1);

describe('the timeline', () => {
  it('says what happened, when, and who told it', () => {
    expect(last(registered, referred())).toMatchObject({
      revision: 1,
      eventId: expect.any(String),
      type: 'ReferredToNav',
      term: 'henvist til NAV',
      occurredOn: '2026-03-10',
      recordedAt: '2026-03-10T09:00:00.000Z',
      actor: { id: 'ot-1', name: 'Saksbehandler OT', agency: 'OT', unit: 'ot-5006' },
      owner: 'OT',
      category: 'follow-up',
      sensitivity: 'S2',
      legalBasis: { code: 'OPL_9_4' },
    });
  });

  it('shows what stands in clear, and nothing of the rest', () => {
    const entry = last(registered, referred());
    expect(entry?.data).toMatchObject({ referralId: 'r1', wantedHelp: 'measure' });
    expect(JSON.stringify(entry)).not.toContain('Ola trenger hjelp');
  });

  it.each([
    ['a referral', referred(), ['NAV']],
    [
      'what is asked for',
      by('NAV', { type: 'InformationRequestMade', data: { to: 'OT', statute: 'x', what: 'y', on: '2025-10-01' } }),
      ['OT'],
    ],
    [
      'what is shared',
      told({
        type: 'InformationShared',
        data: {
          to: 'guardian',
          categories: ['follow-up'],
          purpose: 'referral',
          basis: { consentId: 'c1' },
          content: 'x',
          on: '2025-10-01',
        },
      }),
      ['guardian'],
    ],
    [
      'an offer to coordinate',
      told({ type: 'CoordinationHandOverOffered', data: { from: 'OT', to: 'KOM', personId: 'k', reason: 'x', on: '2025-10-01' } }),
      ['KOM'],
    ],
    ['anything else', consented('c1', '2026-09-10'), []],
  ])('says whom it is addressed to: %s', (_what, telling, addressedTo) => {
    expect(last(registered, telling)?.addressedTo).toEqual(addressedTo);
  });
});
