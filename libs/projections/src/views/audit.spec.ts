import { documentsOf, youthId } from '../testing/folding.js';
import { recorded, somebodyOf } from '../testing/record.js';
import { referred, registered } from '../testing/stories.js';
import { auditOf, auditView } from './audit.js';

const terminated = {
  stream: 'agreement-1',
  event: { type: 'AgreementTerminated', data: { reason: 'ny avtale', on: '2026-01-01' } },
  by: somebodyOf('ADM', 'leader-1'),
} as const;

describe('the audit', () => {
  it('has an entry for each event of every stream', () => {
    const keys = [...documentsOf(auditView, recorded([registered, referred(), terminated])).keys()];
    expect(keys).toEqual([`youth-${youthId}/00000000`, `youth-${youthId}/00000001`, 'agreement-1/00000000']);
    const { from, to } = auditOf('agreement-1');
    expect(keys.filter((key) => key >= from && key <= to)).toEqual(['agreement-1/00000000']);
  });

  it('says who did what, when, under which law and terms and by which command', () => {
    expect(documentsOf(auditView, recorded([registered, referred()])).get(`youth-${youthId}/00000001`)).toEqual({
      stream: `youth-${youthId}`,
      revision: 1,
      position: '2',
      eventId: expect.any(String),
      type: 'ReferredToNav',
      term: 'henvist til NAV',
      occurredOn: '2026-03-10',
      recordedAt: '2026-03-10T09:00:00.000Z',
      actor: somebodyOf('OT'),
      owner: 'OT',
      lawVersion: 'opl-2023',
      termsVersion: 'default-1',
      legalBasis: { code: 'OPL_9_4' },
      commandId: 'command of ot-1',
      correlationId: 'c',
    });
  });

  it('is found by who did it', () => {
    const [entry] = documentsOf(auditView, recorded([terminated])).values();
    expect(entry && auditView.indexes?.(entry)).toEqual({ actor: 'leader-1' });
    expect(JSON.stringify(entry)).not.toContain('ny avtale');
  });
});
