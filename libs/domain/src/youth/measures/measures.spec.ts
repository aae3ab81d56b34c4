import type { MeasuresCommand } from './measures.commands.js';
import { enrolled, somebodyOf, usual } from '../../testing/a-youth.js';
import { assessed, byOt, consented, ended, given, granted, registeredAt, started } from '../../testing/measure-stories.js';
import type { YouthEvent } from '../youth.state.js';

const adult = enrolled('2006-03-10');
const atNav: readonly YouthEvent[] = [...adult, registeredAt(), assessed()];
const start = (on: string, percent = 50): MeasuresCommand => ({ type: 'StartNavMeasure', data: { measureId: 'measure-1', percent, on } });
const end = (on: string): MeasuresCommand => ({ type: 'EndNavMeasure', data: { measureId: 'measure-1', outcome: 'work', on } });

describe('R33 a NAV measure starts when NAV has granted it', () => {
  it('accepts the start of a granted measure', () =>
    given(...atNav, granted())
      .when(start('2025-11-03'))
      .then(started('2025-11-03')));
  it('rejects one that is not granted', () =>
    given(...atNav)
      .when(start('2025-11-03'))
      .thenRejected('MEASURE_NOT_APPROVED'));
  it('does nothing when it has started', () =>
    given(...atNav, granted(), started())
      .when(start('2025-11-03'))
      .thenNothing());
  it('rejects no percentage of a position', () =>
    given(...atNav, granted())
      .when(start('2025-11-03', 0))
      .thenRejected('PERCENT_OUT_OF_RANGE'));
});

describe('R103 what is recorded concerns a measure that has not ended', () => {
  const ofMeasure = { measureId: 'measure-1' } as const;

  it('accepts ending a running measure', () =>
    given(...atNav, granted(), started())
      .when(end('2026-03-01'))
      .then(ended('2026-03-01')));
  it('accepts ending one that never started', () =>
    given(...atNav, granted())
      .when(end('2026-03-01'))
      .then(ended('2026-03-01')));
  it('rejects ending it twice', () =>
    given(...atNav, granted(), ended())
      .when(end('2026-03-02'))
      .thenRejected('MEASURE_NOT_OPEN'));
  it('rejects starting it after it has ended', () =>
    given(...atNav, granted(), ended())
      .when(start('2026-03-02'))
      .thenRejected('MEASURE_NOT_OPEN'));
  it('rejects ending a NAV measure as one of the county', () =>
    given(...atNav, granted(), started())
      .when({ type: 'EndCountyMeasure', data: { ...ofMeasure, outcome: 'quit' } }, byOt)
      .thenRejected('MEASURE_NOT_OPEN'));
  it('rejects extending one that does not exist', () =>
    given(...atNav)
      .when({ type: 'ExtendNavMeasure', data: { ...ofMeasure, to: '2026-06-01' } })
      .thenRejected('MEASURE_NOT_OPEN'));
});

describe('R104 what is recorded of a measure lies within its days', () => {
  const review = (on: string): MeasuresCommand => ({
    type: 'ReviewNavMeasure',
    data: { measureId: 'measure-1', outcome: 'adjust', assessment: 'More hours', on },
  });
  const extend = (to: string): MeasuresCommand => ({ type: 'ExtendNavMeasure', data: { measureId: 'measure-1', to } });

  it('rejects a start before the first day', () =>
    given(...atNav, granted())
      .when(start('2025-11-02'))
      .thenRejected('OUTSIDE_MEASURE_PERIOD'));
  it('accepts a start on the last day', () =>
    given(...atNav, granted())
      .when(start('2026-05-02'))
      .then(started('2026-05-02')));
  it('rejects a start after the last day', () =>
    given(...atNav, granted())
      .when(start('2026-05-03'))
      .thenRejected('OUTSIDE_MEASURE_PERIOD'));
  it('accepts a review on the day of the start', () =>
    given(...atNav, granted(), started())
      .when(review('2025-11-03'))
      .then({
        type: 'NavMeasureReviewed',
        data: { measureId: 'measure-1', outcome: 'adjust', assessment: 'More hours', on: '2025-11-03' },
      }));
  it('rejects a review before the start', () =>
    given(...atNav, granted())
      .when(review('2025-11-03'))
      .thenRejected('OUTSIDE_MEASURE_PERIOD'));
  it('accepts ending on the day of the start', () =>
    given(...atNav, granted(), started())
      .when(end('2025-11-03'))
      .then(ended('2025-11-03')));
  it('rejects ending before the start', () =>
    given(...atNav, granted(), started())
      .when(end('2025-11-02'))
      .thenRejected('OUTSIDE_MEASURE_PERIOD'));
  it('rejects an extension to an earlier day', () =>
    given(...atNav, granted('OPPFOLGING'), started())
      .when(extend('2026-05-01'))
      .thenRejected('OUTSIDE_MEASURE_PERIOD'));
  it('does nothing when it lasts to that day already', () =>
    given(...atNav, granted('OPPFOLGING'), started())
      .when(extend('2026-05-02'))
      .thenNothing());
});

describe('Granting and follow-up', () => {
  const grant = (from: string, to: string): MeasuresCommand => ({
    type: 'GrantNavMeasure',
    data: { measure: 'ARBTREN', organiser: 'Rema', from, to },
  });

  it('keeps the code of today and what was said', () =>
    given(...atNav)
      .when(grant('2026-03-16', '2026-06-15'))
      .then({
        type: 'NavMeasureGranted',
        data: { measureId: 'new-id', measure: 'ARBEIDSTRENING', from: '2026-03-16', to: '2026-06-15', organiser: 'Rema', on: '2026-03-10' },
      }));
  it('does nothing when the same measure is granted for the same days', () =>
    given(...atNav, granted())
      .when(grant('2025-11-03', '2026-05-02'))
      .thenNothing());
  it('rejects a last day before the first', () =>
    given(...atNav)
      .when(grant('2026-03-16', '2026-03-15'))
      .thenRejected('PERIOD_ENDS_BEFORE_IT_STARTS'));
  it('does nothing when the youth is registered as that already', () =>
    given(...atNav)
      .when({ type: 'RegisterWithNav', data: { kind: 'follow-up' } })
      .thenNothing());
  it('registers who is followed up as a jobseeker', () =>
    given(...atNav)
      .when({ type: 'RegisterWithNav', data: { kind: 'jobseeker' } })
      .thenTypes('NavRegistrationCompleted'));
  it('does nothing when the youth guarantee has started', () =>
    given(...atNav, { type: 'YouthGuaranteeStarted', data: { contactPersonId: 'nav-1', from: '2026-01-05' } })
      .when({ type: 'StartYouthGuarantee', data: { contactPersonId: 'nav-1' } })
      .thenNothing());
  it('lets the youth agree on an activity plan', () =>
    given(...atNav)
      .when({ type: 'AgreeActivityPlan', data: { activities: 'Work training' } }, { actor: somebodyOf('Y') })
      .then({ type: 'ActivityPlanAgreed', data: { planId: 'new-id', activities: 'Work training', from: '2026-03-10' } }));
  it('rejects OT granting a NAV measure', () =>
    given(...atNav)
      .when(grant('2026-03-16', '2026-06-15'), byOt)
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});

describe('Measures of the county', () => {
  const countyStarted: YouthEvent = {
    type: 'CountyMeasureStarted',
    data: { measureId: 'new-id', place: 'Treningsarena', curriculumGoals: true, usesRight: false, on: '2026-03-10' },
  };

  it('starts one', () =>
    given(...adult)
      .when({ type: 'StartCountyMeasure', data: { place: 'Treningsarena', curriculumGoals: true, usesRight: false } }, byOt)
      .then(countyStarted));
  it('ends one', () =>
    given(...adult, countyStarted)
      .when({ type: 'EndCountyMeasure', data: { measureId: 'new-id', outcome: 'school' } }, byOt)
      .then({ type: 'CountyMeasureEnded', data: { measureId: 'new-id', outcome: 'school', on: '2026-03-10' } }));
});

const combinedProposed = (by: 'OT' | 'NAV' = 'OT'): YouthEvent => ({
  type: 'CombinedMeasureProposed',
  data: {
    measureId: 'new-id',
    by,
    countyPart: 'Mathematics',
    navPart: 'Work training',
    from: '2026-03-09',
    to: '2026-06-19',
    on: '2026-03-10',
  },
});
const combinedSigned = (by: 'OT' | 'NAV' = 'NAV'): YouthEvent => ({
  type: 'CombinedMeasureSigned',
  data: { measureId: 'new-id', by, on: '2026-03-10' },
});
const combinedStarted: YouthEvent = { type: 'CombinedMeasureStarted', data: { measureId: 'new-id', on: '2026-03-10' } };
const sign: MeasuresCommand = { type: 'SignCombinedMeasure', data: { measureId: 'new-id' } };
const startCombined: MeasuresCommand = { type: 'StartCombinedMeasure', data: { measureId: 'new-id' } };
const agreedBetween = (...parties: readonly ('OT' | 'NAV' | 'KOM')[]) => ({
  terms: { ...usual.terms, agreement: { agreementId: 'agreement-1', parties } },
});

describe('R35 OT and NAV both sign a combined measure', () => {
  it('accepts the signature of NAV on what OT proposed', () =>
    given(...adult, combinedProposed())
      .when(sign)
      .then(combinedSigned()));
  it('rejects OT signing it once more', () =>
    given(...adult, combinedProposed())
      .when(sign, byOt)
      .thenRejected('BOTH_PARTIES_MUST_AGREE'));
  it('accepts the signature of OT on what NAV proposed', () =>
    given(...adult, combinedProposed('NAV'))
      .when(sign, byOt)
      .then(combinedSigned('OT')));
  it('accepts the start with both signatures', () =>
    given(...adult, combinedProposed(), combinedSigned())
      .when(startCombined)
      .then(combinedStarted));
  it('rejects the start with one', () =>
    given(...adult, combinedProposed())
      .when(startCombined)
      .thenRejected('BOTH_PARTIES_MUST_AGREE'));
  it('does nothing when it has started', () =>
    given(...adult, combinedProposed(), combinedSigned(), combinedStarted)
      .when(startCombined)
      .thenNothing());
  it('rejects the start of a minor without the consent of a guardian', () =>
    given(...enrolled(), combinedProposed(), combinedSigned())
      .when(startCombined)
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('accepts it with the consent', () =>
    given(...enrolled(), consented('guardian'), combinedProposed(), combinedSigned())
      .when(startCombined)
      .then(combinedStarted));
  it('ends it', () =>
    given(...adult, combinedProposed(), combinedSigned(), combinedStarted)
      .when({ type: 'EndCombinedMeasure', data: { measureId: 'new-id', outcome: 'completed' } }, byOt)
      .then({ type: 'CombinedMeasureEnded', data: { measureId: 'new-id', outcome: 'completed', on: '2026-03-10' } }));
});

describe('R52 a combined measure rests on an agreement between OT and NAV', () => {
  const propose: MeasuresCommand = {
    type: 'ProposeCombinedMeasure',
    data: { countyPart: 'Mathematics', navPart: 'Work training', from: '2026-03-09', to: '2026-06-19' },
  };

  it('accepts a proposal when both are parties', () =>
    given(...adult)
      .when(propose, { ...byOt, ...agreedBetween('OT', 'NAV') })
      .then(combinedProposed()));
  it('accepts one by NAV', () =>
    given(...adult)
      .when(propose)
      .then(combinedProposed('NAV')));
  it('rejects one when NAV is no party', () =>
    given(...adult)
      .when(propose, { ...byOt, ...agreedBetween('OT', 'KOM') })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));
  it('rejects one without an agreement', () =>
    given(...adult)
      .when(propose, { ...byOt, terms: { terms: usual.terms.terms, fixedPersons: [] } })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));
});
