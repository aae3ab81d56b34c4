import type { MeasuresCommand } from './measures.commands.js';
import { enrolled } from '../../testing/a-youth.js';
import { assessed, given, granted, registeredAt, reviewed, started } from '../../testing/measure-stories.js';
import type { YouthEvent } from '../youth.state.js';

const atNav: readonly YouthEvent[] = [...enrolled('2006-03-10'), registeredAt(), assessed()];
const grant = (measure: string, from: string, to: string, ground?: string): MeasuresCommand => ({
  type: 'GrantNavMeasure',
  data: { measure, from, to, ...(ground && { ground }) },
});
const extend = (to: string, ground?: string): MeasuresCommand => ({
  type: 'ExtendNavMeasure',
  data: { measureId: 'measure-1', to, ...(ground && { ground }) },
});
const review: MeasuresCommand = { type: 'ReviewNavMeasure', data: { measureId: 'measure-1', outcome: 'as-planned' } };
const overdue: YouthEvent = { type: 'DeadlineBreached', data: { rule: 'R32', code: 'REVIEW_OVERDUE', on: '2026-03-10' } };

describe('R31 a measure lasts no longer than its section allows', () => {
  it('accepts work training for a year to the day', () =>
    given(...atNav)
      .when(grant('ARBEIDSTRENING', '2026-03-16', '2027-03-15'))
      .thenTypes('NavMeasureGranted'));
  it('rejects a day more', () =>
    given(...atNav)
      .when(grant('ARBEIDSTRENING', '2026-03-16', '2027-03-16'))
      .thenRejected('DURATION_EXCEEDED'));
  it('accepts half a year more for reduced work capacity', () =>
    given(...atNav)
      .when(grant('ARBEIDSTRENING', '2026-03-16', '2027-09-15', 'reduced-work-capacity'))
      .thenTypes('NavMeasureGranted'));
  it('rejects a day more than that', () =>
    given(...atNav)
      .when(grant('ARBEIDSTRENING', '2026-03-16', '2027-09-16', 'reduced-work-capacity'))
      .thenRejected('DURATION_EXCEEDED'));
  it('rejects more on a ground that the measure does not know', () =>
    given(...atNav)
      .when(grant('ARBEIDSTRENING', '2026-03-16', '2027-03-16', 'formal-training'))
      .thenRejected('DURATION_EXCEEDED'));
  it('accepts a job club of any length, for which no source sets a limit', () =>
    given(...atNav)
      .when(grant('JOBBKLUBB', '2026-03-16', '2030-03-16'))
      .thenTypes('NavMeasureGranted'));
  it('accepts an extension to a year from the first day', () =>
    given(...atNav, granted(), started(), reviewed('2026-03-01'))
      .when(extend('2026-11-02'))
      .then({ type: 'NavMeasureExtended', data: { measureId: 'measure-1', to: '2026-11-02', on: '2026-03-10' } }));
  it('rejects an extension by a day more', () =>
    given(...atNav, granted(), started(), reviewed('2026-03-01'))
      .when(extend('2026-11-03'))
      .thenRejected('DURATION_EXCEEDED'));
  it('accepts it on a ground', () =>
    given(...atNav, granted(), started(), reviewed('2026-03-01'))
      .when(extend('2026-11-03', 'reduced-work-capacity'))
      .then({
        type: 'NavMeasureExtended',
        data: { measureId: 'measure-1', to: '2026-11-03', ground: 'reduced-work-capacity', on: '2026-03-10' },
      }));
  it('remembers the ground that the measure was granted on', () =>
    given(...atNav, granted('ARBEIDSTRENING', 'reduced-work-capacity'), started(), reviewed('2026-03-01'))
      .when(extend('2027-05-02'))
      .thenTypes('NavMeasureExtended'));
});

describe('R31 a summer job lasts four weeks between 1 June and 31 August', () => {
  it('accepts four weeks', () =>
    given(...atNav)
      .when(grant('SOMMERJOBB', '2026-06-01', '2026-06-28'))
      .thenTypes('NavMeasureGranted'));
  it('rejects a day more', () =>
    given(...atNav)
      .when(grant('SOMMERJOBB', '2026-06-01', '2026-06-29'))
      .thenRejected('DURATION_EXCEEDED'));
  it('accepts one to 31 August', () =>
    given(...atNav)
      .when(grant('SOMMERJOBB', '2026-08-10', '2026-08-31'))
      .thenTypes('NavMeasureGranted'));
  it('rejects one to 1 September', () =>
    given(...atNav)
      .when(grant('SOMMERJOBB', '2026-08-10', '2026-09-01'))
      .thenRejected('DURATION_EXCEEDED'));
  it('accepts one to 1 September for special reasons', () =>
    given(...atNav)
      .when(grant('SOMMERJOBB', '2026-08-10', '2026-09-01', 'special-reasons'))
      .thenTypes('NavMeasureGranted'));
});

describe('R32 work training and AFT are reviewed every three months', () => {
  const lasting = (startedOn: string) => [...atNav, granted(), started(startedOn)];

  it('accepts a review three months after the start', () =>
    given(...lasting('2025-12-10'))
      .when(review)
      .then(reviewed('2026-03-10')));
  it('flags one a day later', () =>
    given(...lasting('2025-12-09'))
      .when(review)
      .then(reviewed('2026-03-10'), overdue));
  it('counts from the last review', () =>
    given(...lasting('2025-11-03'), reviewed('2025-12-10'))
      .when(review)
      .then(reviewed('2026-03-10')));
  it('counts from the latest one when an earlier one is recorded later', () =>
    given(...lasting('2025-11-03'), reviewed('2025-12-10'), reviewed('2025-11-20'))
      .when(review)
      .then(reviewed('2026-03-10')));
  it('flags a day more since the last review', () =>
    given(...lasting('2025-11-03'), reviewed('2025-12-09'))
      .when(review)
      .then(reviewed('2026-03-10'), overdue));
  it('flags nothing for a measure without such a duty', () =>
    given(...atNav, granted('OPPFOLGING'), started())
      .when(review)
      .then(reviewed('2026-03-10')));
  it('accepts an extension three months after a review', () =>
    given(...lasting('2025-11-03'), reviewed('2025-12-10'))
      .when(extend('2026-06-01'))
      .thenTypes('NavMeasureExtended'));
  it('rejects one a day later', () =>
    given(...lasting('2025-11-03'), reviewed('2025-12-09'))
      .when(extend('2026-06-01'))
      .thenRejected('REVIEW_REQUIRED_BEFORE_EXTENSION'));
  it('rejects one without any review', () =>
    given(...lasting('2026-03-01'))
      .when(extend('2026-06-01'))
      .thenRejected('REVIEW_REQUIRED_BEFORE_EXTENSION'));
  it('accepts one of a measure without such a duty', () =>
    given(...atNav, granted('MENTOR', 'reduced-work-capacity'), started())
      .when(extend('2026-06-01'))
      .thenTypes('NavMeasureExtended'));
});
