import { folding, told, youthId } from '../testing/folding.js';
import { by, enrolled, named, referred, registered, released, status } from '../testing/stories.js';
import { coordinationView } from './coordination.js';

const { given } = folding(coordinationView);

describe("the municipality's overview", () => {
  it('shows how the agencies work together, without personal fields', () => {
    const doc = given(registered, enrolled, named('OT'), named('KOM'), referred(), status('OTOV', '2025-10-01'));
    expect(doc).toMatchObject({
      youthId,
      municipality: '5006',
      filled: ['OT', 'KOM'],
      missing: ['NAV'],
      status: { code: 'OTOV' },
      membership: { until: '2032-12-31' },
      referrals: [{ referralId: 'r1', to: 'NAV' }],
    });
    expect(JSON.stringify(doc)).not.toMatch(/box|Nordmann|Ola/);
  });

  it('misses a corner again when it is left', () => {
    expect(given(registered, named('OT'), released('OT', '2025-12-01'))).toMatchObject({ filled: [], missing: ['OT', 'NAV', 'KOM'] });
  });

  it('shows measures with who runs them', () => {
    const proposed = told({
      type: 'CombinedMeasureProposed',
      data: { measureId: 'm2', by: 'OT', countyPart: 'a', navPart: 'b', from: '2026-01-01', to: '2026-06-30', on: '2025-12-01' },
    });
    const started = told({ type: 'CombinedMeasureStarted', data: { measureId: 'm2', on: '2026-01-05' } });
    expect(given(registered, proposed, started)?.measures).toMatchObject([
      { kind: 'combined', agencies: ['OT', 'NAV'], startedOn: '2026-01-05' },
    ]);
  });

  it('shows what the youth does at school and work now', () => {
    const school = by('SCH', { type: 'SchoolStarted', data: { school: 's', programme: 'ST', private: false, on: '2025-09-01' } });
    const quit = by('SCH', { type: 'SchoolInterrupted', data: { cause: 'motivation', note: 'x', on: '2025-10-01' } });
    const apprenticed = by('SCH', { type: 'ApprenticeshipStarted', data: { contractKind: 'apprentice', trade: 't', on: '2025-11-01' } });
    const job = (percent: number) => told({ type: 'EmploymentStarted', data: { percent, source: 'youth', from: '2025-11-01' } });
    const soldier = told({ type: 'MilitaryServiceRegistered', data: { from: '2026-01-01', to: '2026-12-31' } });
    expect(given(registered, school)?.activities).toEqual([{ kind: 'school', from: '2025-09-01', to: '2026-07-31' }]);
    expect(given(registered, school, quit)?.activities).toEqual([]);
    expect(given(registered, school, apprenticed)?.activities).toEqual([{ kind: 'apprenticeship', from: '2025-11-01' }]);
    expect(given(registered, job(20), job(60), soldier)?.activities).toEqual([
      { kind: 'employment', from: '2025-11-01', percent: 60 },
      { kind: 'military', from: '2026-01-01', to: '2026-12-31' },
    ]);
  });

  it('is found by the municipality that the youth lives in now', () => {
    const moved = told({ type: 'ResidenceChanged', data: { municipality: '0301', from: '2026-01-01' } });
    const doc = given(registered, moved);
    expect(doc && coordinationView.indexes?.(doc)).toEqual({ municipality: '0301' });
  });
});
