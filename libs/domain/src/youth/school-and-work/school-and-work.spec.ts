import type { DeadlineKind } from './school-and-work.events.js';
import { schoolAndWorkDecisions } from './school-and-work.decisions.js';
import type { SchoolAndWorkCommand } from './school-and-work.commands.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import type { Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, SchoolAndWorkCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, SchoolAndWorkCommand, YouthEvent, DecisionContext>({
    table: schoolAndWorkDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, { ...usual, actor: somebodyOf('SCH') });

const byOt = { actor: somebodyOf('OT') };
const apply = (deadlineKind: DeadlineKind, on: string): SchoolAndWorkCommand => ({
  type: 'SubmitSchoolApplication',
  data: { deadlineKind, programmes: ['HS'], on },
});
const applied = (deadlineKind: DeadlineKind, on: string): YouthEvent => ({
  type: 'SchoolApplicationSubmitted',
  data: { applicationId: 'new-id', deadlineKind, programmes: ['HS'], on },
});
const late = (on: string): YouthEvent => ({ type: 'DeadlineBreached', data: { rule: 'R58', code: 'LATE_APPLICATION', on } });

const offered = (offerId = 'offer-1'): YouthEvent => ({
  type: 'SchoolPlaceOffered',
  data: { offerId, place: 'Steinkjer vgs', programme: 'HS', on: '2025-07-10' },
});
const schoolStarted = (on = '2025-08-18'): YouthEvent => ({
  type: 'SchoolStarted',
  data: { school: 'Steinkjer vgs', programme: 'HS', private: false, on },
});
const interrupted = (on: string): YouthEvent => ({ type: 'SchoolInterrupted', data: { cause: 'motivation', on } });
const apprenticed = (on = '2025-09-01'): YouthEvent => ({
  type: 'ApprenticeshipStarted',
  data: { contractKind: 'apprentice', trade: 'carpenter', on },
});
const employed = (from = '2025-10-01'): YouthEvent => ({ type: 'EmploymentStarted', data: { percent: 40, source: 'youth', from } });

const startSchool = (on: string): SchoolAndWorkCommand => ({ type: 'StartSchool', data: { school: 'Steinkjer vgs', programme: 'HS', on } });
const quitSchool = (on: string): SchoolAndWorkCommand => ({ type: 'InterruptSchool', data: { cause: 'motivation', on } });
const takeJob = (percent: number, on = '2026-03-10'): SchoolAndWorkCommand => ({
  type: 'StartEmployment',
  data: { percent, source: 'youth', on },
});

describe('R58 applications come in by 1 February or 1 March, without a deadline together with OT', () => {
  it('accepts one on the deadline', () =>
    given(...registered())
      .when(apply('mar1', '2024-03-01'))
      .then(applied('mar1', '2024-03-01')));

  it('flags LATE_APPLICATION on the day after it', () =>
    given(...registered())
      .when(apply('mar1', '2024-03-02'))
      .then(applied('mar1', '2024-03-02'), late('2024-03-02')));

  it('accepts one on the Monday when 1 March is a Sunday', () =>
    given(...registered())
      .when(apply('mar1', '2026-03-02'))
      .then(applied('mar1', '2026-03-02')));

  it('flags one on the Tuesday after that Monday', () =>
    given(...registered())
      .when(apply('mar1', '2026-03-03'))
      .then(applied('mar1', '2026-03-03'), late('2026-03-03')));

  it('accepts one for special groups on the Monday after Sunday 1 February', () =>
    given(...registered())
      .when(apply('feb1', '2026-02-02'))
      .then(applied('feb1', '2026-02-02')));

  it('flags one for special groups between the two deadlines', () =>
    given(...registered())
      .when(apply('feb1', '2026-02-03'))
      .then(applied('feb1', '2026-02-03'), late('2026-02-03')));

  it('flags one that calls itself late', () =>
    given(...registered())
      .when(apply('late', '2026-01-10'))
      .then(applied('late', '2026-01-10'), late('2026-01-10')));

  it('accepts one together with OT in June as timely', () =>
    given(...registered())
      .when(apply('via-ot', '2026-06-10'), byOt)
      .then(applied('via-ot', '2026-06-10')));
});

describe('R95 only an open offer can be declined', () => {
  const decline: SchoolAndWorkCommand = { type: 'DeclineSchoolPlace', data: { offerId: 'offer-1', on: '2025-07-20' } };
  const declined: YouthEvent = { type: 'SchoolPlaceDeclined', data: { offerId: 'offer-1', on: '2025-07-20' } };

  it('accepts the youth declining an offer', () =>
    given(...registered(), offered())
      .when(decline, { actor: somebodyOf('Y') })
      .then(declined));
  it('rejects declining it twice', () =>
    given(...registered(), offered(), declined)
      .when(decline)
      .thenRejected('OFFER_NOT_OPEN'));
  it('rejects declining it when school has started', () =>
    given(...registered(), offered(), schoolStarted())
      .when(decline)
      .thenRejected('OFFER_NOT_OPEN'));
  it('rejects an offer with another id', () =>
    given(...registered(), offered('offer-2'))
      .when(decline)
      .thenRejected('OFFER_NOT_OPEN'));
});

describe('R96 nobody starts what is running already', () => {
  it('rejects a second school in the same school year', () =>
    given(...registered(), schoolStarted())
      .when(startSchool('2026-07-31'))
      .thenRejected('ACTIVITY_ALREADY_RUNNING'));
  it('accepts the next school year from 1 August', () =>
    given(...registered(), schoolStarted())
      .when(startSchool('2026-08-01'))
      .then(schoolStarted('2026-08-01')));
  it('accepts another school on the day of quitting', () =>
    given(...registered(), schoolStarted(), interrupted('2025-11-03'))
      .when(startSchool('2025-11-03'))
      .then(schoolStarted('2025-11-03')));
  it('rejects a no-show of a pupil who has started', () =>
    given(...registered(), schoolStarted())
      .when({ type: 'RecordSchoolNoShow', data: { school: 'Steinkjer vgs' } })
      .thenRejected('ACTIVITY_ALREADY_RUNNING'));
  it('rejects a second apprenticeship', () =>
    given(...registered(), apprenticed())
      .when({ type: 'StartApprenticeship', data: { contractKind: 'trainee', trade: 'cook' } })
      .thenRejected('ACTIVITY_ALREADY_RUNNING'));
  it('rejects a second job beside the first', () =>
    given(...registered(), employed())
      .when(takeJob(20), byOt)
      .thenRejected('ACTIVITY_ALREADY_RUNNING'));
});

describe('R97 only what is running can end', () => {
  it('accepts quitting on the last day of the school year', () =>
    given(...registered(), schoolStarted())
      .when(quitSchool('2026-07-31'))
      .then(interrupted('2026-07-31')));
  it('rejects quitting on the day after it', () =>
    given(...registered(), schoolStarted())
      .when(quitSchool('2026-08-01'))
      .thenRejected('ACTIVITY_NOT_RUNNING'));
  it('rejects quitting before the start', () =>
    given(...registered(), schoolStarted())
      .when(quitSchool('2025-08-17'))
      .thenRejected('ACTIVITY_NOT_RUNNING'));
  it('rejects quitting school as an apprentice', () =>
    given(...registered(), schoolStarted(), apprenticed())
      .when(quitSchool('2025-09-01'))
      .thenRejected('ACTIVITY_NOT_RUNNING'));
  it('rejects terminating an apprenticeship that is completed', () =>
    given(...registered(), apprenticed(), { type: 'SchoolCompleted', data: { competence: 'vocational', on: '2026-02-01' } })
      .when({ type: 'TerminateApprenticeship', data: { cause: 'moved' } })
      .thenRejected('ACTIVITY_NOT_RUNNING'));
  it('rejects ending work without a job', () =>
    given(...registered())
      .when({ type: 'EndEmployment', data: {} }, byOt)
      .thenRejected('ACTIVITY_NOT_RUNNING'));
});

describe('R98 a job needs the age of an employment contract', () => {
  const job = (on: string): YouthEvent => ({ type: 'EmploymentStarted', data: { percent: 20, source: 'youth', from: on } });

  it('accepts a job on the 15th birthday', () =>
    given(...registered())
      .when(takeJob(20, '2023-05-20'), byOt)
      .then(job('2023-05-20')));
  it('rejects a job on the day before it', () =>
    given(...registered())
      .when(takeJob(20, '2023-05-19'), byOt)
      .thenRejected('BELOW_WORKING_AGE'));
});

describe('R99 a job fills some of a full position and no more', () => {
  it('accepts 1 percent', () =>
    given(...registered())
      .when(takeJob(1), byOt)
      .thenTypes('EmploymentStarted'));
  it('accepts 100 percent', () =>
    given(...registered())
      .when(takeJob(100), byOt)
      .thenTypes('EmploymentStarted'));
  it('rejects 0 percent', () =>
    given(...registered())
      .when(takeJob(0), byOt)
      .thenRejected('PERCENT_OUT_OF_RANGE'));
  it('rejects 101 percent', () =>
    given(...registered())
      .when(takeJob(101), byOt)
      .thenRejected('PERCENT_OUT_OF_RANGE'));
});

describe('R100 a period has its days in order', () => {
  const serve = (to?: string): SchoolAndWorkCommand => ({ type: 'RegisterMilitaryService', data: { ...(to && { to }) } });
  const served = (to?: string): YouthEvent => ({ type: 'MilitaryServiceRegistered', data: { from: '2026-03-10', ...(to && { to }) } });

  it('accepts military service of one day', () =>
    given(...registered())
      .when(serve('2026-03-10'), byOt)
      .then(served('2026-03-10')));
  it('rejects a last day before the first', () =>
    given(...registered())
      .when(serve('2026-03-09'), byOt)
      .thenRejected('PERIOD_ENDS_BEFORE_IT_STARTS'));
  it('accepts service without a known end', () =>
    given(...registered())
      .when(serve(), byOt)
      .then(served()));
  it('accepts its last day when it is known', () =>
    given(...registered(), served())
      .when(serve('2027-03-01'), byOt)
      .then(served('2027-03-01')));
  it('does nothing when the same is said again', () =>
    given(...registered(), served('2027-03-01'))
      .when(serve('2027-03-01'), byOt)
      .thenNothing());
});

describe('The other facts of school and work', () => {
  it('records an offer', () =>
    given(...registered())
      .when({ type: 'OfferSchoolPlace', data: { place: 'Steinkjer vgs', programme: 'HS', on: '2025-07-10' } }, { newId: 'offer-1' })
      .then(offered()));
  it('records a private school', () =>
    given(...registered())
      .when({ type: 'StartSchool', data: { school: 'Steinerskolen', programme: 'ST', private: true } })
      .then({ type: 'SchoolStarted', data: { school: 'Steinerskolen', programme: 'ST', private: true, on: '2026-03-10' } }));
  it('records a no-show after last year at school', () =>
    given(...registered(), schoolStarted())
      .when({ type: 'RecordSchoolNoShow', data: { school: 'Steinkjer vgs', on: '2026-08-18' } })
      .then({ type: 'SchoolNoShow', data: { school: 'Steinkjer vgs', on: '2026-08-18' } }));
  it('keeps the note of an interruption', () =>
    given(...registered(), schoolStarted())
      .when({ type: 'InterruptSchool', data: { cause: 'motivation', note: 'Says why' } })
      .then({ type: 'SchoolInterrupted', data: { cause: 'motivation', note: 'Says why', on: '2026-03-10' } }));
  it('records competence', () =>
    given(...registered(), schoolStarted())
      .when({ type: 'CompleteSchool', data: { competence: 'study' } })
      .then({ type: 'SchoolCompleted', data: { competence: 'study', on: '2026-03-10' } }));
  it('does nothing when that competence is recorded', () =>
    given(...registered(), { type: 'SchoolCompleted', data: { competence: 'study', on: '2026-02-10' } })
      .when({ type: 'CompleteSchool', data: { competence: 'study' } })
      .thenNothing());
  it('starts an apprenticeship from school, and terminates it', () => {
    given(...registered(), schoolStarted())
      .when({ type: 'StartApprenticeship', data: { contractKind: 'apprentice', trade: 'carpenter', on: '2025-09-01' } })
      .then(apprenticed());
    given(...registered(), apprenticed())
      .when({ type: 'TerminateApprenticeship', data: { cause: 'contract-terminated' } })
      .then({ type: 'ApprenticeshipTerminated', data: { cause: 'contract-terminated', on: '2026-03-10' } });
  });
  it('ends a job', () =>
    given(...registered(), employed())
      .when({ type: 'EndEmployment', data: {} }, { actor: somebodyOf('NAV') })
      .then({ type: 'EmploymentEnded', data: { on: '2026-03-10' } }));
  it('rejects an agency whose fact it is not', () =>
    given(...registered())
      .when(takeJob(20))
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});

describe('What the state keeps of competence', () => {
  const completed = (competence: 'basic' | 'vocational' | 'study', on: string): YouthEvent => ({
    type: 'SchoolCompleted',
    data: { competence, on },
  });
  const competenceOf = (...events: readonly YouthEvent[]) => events.reduce(evolveYouth, noYouth).schoolAndWork.competence;

  it('goes from basic to vocational', () =>
    expect(competenceOf(completed('basic', '2024-06-20'), completed('vocational', '2026-06-20'))).toEqual({
      level: 'vocational',
      on: '2026-06-20',
    }));
  it('keeps the day of vocational competence when study competence follows', () =>
    expect(competenceOf(completed('vocational', '2025-06-20'), completed('study', '2026-06-20'))).toEqual({
      level: 'vocational',
      on: '2025-06-20',
    }));
});
