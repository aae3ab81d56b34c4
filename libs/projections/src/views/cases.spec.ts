import { folding, told } from '../testing/folding.js';
import type { Telling } from '../testing/record.js';
import { by, consent, enrolled, named, referred, registered, released } from '../testing/stories.js';
import { accessView } from './access.js';

const casesOf = (...tellings: readonly Telling[]) =>
  folding(accessView)
    .given(registered, ...tellings)
    ?.cases.map(({ agency, unit, ground }) => `${agency} ${unit} ${ground}`);

const ot = 'OT ot-5006 works';

describe('an office has a case', () => {
  it('that works with the youth, once', () => {
    expect(casesOf(enrolled)).toEqual([ot]);
  });

  it('that registers the youth with NAV', () => {
    const registration = by('NAV', { type: 'NavRegistrationCompleted', data: { kind: 'jobseeker', on: '2025-10-01' } }, 'nav-5037');
    expect(casesOf(registration)).toEqual([ot, 'NAV nav-5037 works']);
  });

  it('that the youth is referred to, until it returns the referral', () => {
    const returned = by(
      'NAV',
      { type: 'ReferralReturned', data: { referralId: 'r1', by: 'NAV', reason: 'not-our-area', on: '2025-09-20' } },
      'nav-5037',
    );
    expect(casesOf(referred())).toEqual([ot, 'NAV nav-5037 referred-to']);
    expect(casesOf(referred(), returned)).toEqual([ot]);
  });

  it('that the youth is referred to, until the referral is withdrawn', () => {
    const withdrawn = told({ type: 'ReferralWithdrawn', data: { referralId: 'r1', on: '2025-09-20' } });
    expect(casesOf(referred(), withdrawn)).toEqual([ot]);
  });

  it('that accepts a referral', () => {
    const accepted = by('NAV', { type: 'ReferralAccepted', data: { referralId: 'r1', by: 'NAV', on: '2025-09-20' } }, 'nav-5038');
    expect(casesOf(referred(), accepted)).toEqual([ot, 'NAV nav-5038 works']);
  });

  it('where somebody is named, as long as they are', () => {
    expect(casesOf(named('PPT'), named('KOM', 'kom-2', true))).toEqual([ot, 'PPT ppt-5006 named', 'KOM kom-5006 named']);
    expect(casesOf(named('PPT'), released('PPT', '2026-01-01'))).toEqual([ot]);
    expect(casesOf(named('KOM', 'kom-2', true), released('KOM', '2026-01-01', true))).toEqual([ot]);
  });
});

describe('an office has no case', () => {
  const none = [
    by('BV', { type: 'InformationRequestMade', data: { to: 'OT', statute: 'BVL_13_4', what: 'Alt', on: '2025-10-01' } }),
    by('SCH', { type: 'EmergencyShareMade', data: { to: 'police', reason: 'Fare', on: '2025-10-01' } }),
    by('BV', consent('c9', '2026-10-01')),
    by(
      'NAV',
      { type: 'ReferralInformationRequested', data: { referralId: 'r1', by: 'NAV', question: 'Hva?', on: '2025-09-20' } },
      'nav-9999',
    ),
    by('Y', { type: 'FollowUpRequested', data: { wish: 'Jobb', on: '2025-10-01' } }),
    by('SYS', { type: 'TrekantCompleted', data: { on: '2025-10-01' } }),
  ];

  it.each(none.map((telling) => [telling.event.type, telling] as const))('because of: %s', (_type, telling) => {
    expect(casesOf(telling)).toEqual([ot]);
  });
});
