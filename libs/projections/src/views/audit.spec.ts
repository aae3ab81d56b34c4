import { youthId } from '../testing/folding.js';
import { recorded, somebodyOf } from '../testing/record.js';
import { referred, registered } from '../testing/stories.js';
import { actOf } from './audit.js';

describe('the audit', () => {
  it('says who did what, when, and under which law and terms', () => {
    expect(recorded([registered, referred()]).map(actOf).at(-1)).toEqual({
      stream: `youth-${youthId}`,
      revision: 1,
      type: 'ReferredToNav',
      term: 'henvist til NAV',
      occurredOn: '2026-03-10',
      recordedAt: '2026-03-10T09:00:00.000Z',
      actor: somebodyOf('OT'),
      lawVersion: 'opl-2023',
      termsVersion: 'default-1',
      legalBasis: { code: 'OPL_9_4' },
    });
  });

  it('says nothing of what the event holds', () => {
    const by = somebodyOf('ADM', 'leader-1');
    const event = { type: 'AgreementTerminated', data: { reason: 'ny avtale', on: '2026-01-01' } } as const;
    const [act] = recorded([{ stream: 'agreement-1', event, by }]).map(actOf);
    expect(act).toMatchObject({ stream: 'agreement-1', type: 'AgreementTerminated', actor: by });
    expect(JSON.stringify(act)).not.toContain('ny avtale');
  });
});
