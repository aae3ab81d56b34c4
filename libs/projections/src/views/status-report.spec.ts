import type { CloseReason } from '@samspor/domain';
import { folding, told, youthId } from '../testing/folding.js';
import { enrolled, registered, status } from '../testing/stories.js';
import { statusReportView } from './status-report.js';

const { given } = folding(statusReportView);

const closed = (on: string, reason: CloseReason = 'in_work', recordedAt?: string) =>
  told({ type: 'TargetGroupMembershipClosed', data: { reason, on } }, undefined, undefined, recordedAt);

describe('what a status report counts by', () => {
  it('keeps what held when, with when it was told', () => {
    const doc = given(
      registered,
      enrolled,
      status('OTUK', '2025-09-01', '2025-09-01T08:00:00.000Z'),
      closed('2026-02-01', 'in_work', '2026-02-03T08:00:00.000Z'),
    );
    expect(doc).toEqual({
      youthId,
      birthDate: '2008-05-20',
      residences: [{ municipality: '5006', from: '2025-09-01', recordedAt: '2026-03-10T09:00:00.000Z' }],
      memberships: [
        {
          reason: 'quit',
          openedOn: '2025-09-01',
          until: '2032-12-31',
          recordedAt: '2026-03-10T09:00:00.000Z',
          closings: [{ on: '2026-02-01', reason: 'in_work', recordedAt: '2026-02-03T08:00:00.000Z' }],
        },
      ],
      statuses: [{ code: 'OTUK', from: '2025-09-01', recordedAt: '2025-09-01T08:00:00.000Z', position: '3' }],
    });
  });

  it('keeps each closing: a later one may set an earlier right', () => {
    const doc = given(registered, enrolled, closed('2026-02-01'), closed('2026-01-15', 'in_school'), closed('2026-03-01'));
    expect(doc?.memberships[0]?.closings.map(({ on }) => on)).toEqual(['2026-02-01', '2026-01-15']);
  });

  it('is found by every county lived in, under its old number and its new one', () => {
    const moved = (municipality: string) => told({ type: 'ResidenceChanged', data: { municipality, from: '2026-01-01' } });
    const doc = given(registered, moved('0301'), moved('1702'));
    expect(doc && statusReportView.indexes?.(doc)).toEqual({ county: ['03', '17', '50'] });
  });
});
