import { documentsOf, youthId } from '../testing/folding.js';
import { recorded, somebodyOf } from '../testing/record.js';
import { by, referred, registered } from '../testing/stories.js';
import { actsOf, actsView } from './acts.js';

const signed = {
  stream: 'agreement-1',
  event: { type: 'AgreementTerminated', data: { reason: 'ny avtale', on: '2026-01-01' } },
  by: somebodyOf('ADM', 'leader-1'),
} as const;

const actsBy = (actorId: string) => {
  const { from, to } = actsOf(actorId);
  const documents = [...documentsOf(actsView, recorded([registered, signed, referred(), request]))];
  return documents.filter(([key]) => key >= from && key <= to).map(([, doc]) => doc);
};

const request = by('NAV', { type: 'InformationRequestMade', data: { to: 'OT', statute: 'x', what: 'y', on: '2025-10-01' } });

describe('the acts of somebody', () => {
  it('are where they have done something, over all streams, in order', () => {
    expect(actsBy('ot-1')).toEqual([
      { stream: `youth-${youthId}`, revision: 0 },
      { stream: `youth-${youthId}`, revision: 1 },
    ]);
    expect(actsBy('leader-1')).toEqual([{ stream: 'agreement-1', revision: 0 }]);
    expect(actsBy('nav-1')).toEqual([{ stream: `youth-${youthId}`, revision: 2 }]);
  });

  it('are not those of somebody whose name begins in the same way', () => expect(actsBy('ot')).toEqual([]));
});
