import { enrolled, somebodyOf, usual } from '../testing/a-youth.js';
import { openCommands } from './open-commands.js';
import { evolveYouth, noYouth, type YouthEvent } from './youth.state.js';
import { youthDecisions } from './youth.decider.js';

const after = (...events: readonly YouthEvent[]) => events.reduce(evolveYouth, noYouth);
const find = (type: string, events: readonly YouthEvent[] = enrolled(), agency: 'OT' | 'NAV' = 'OT') =>
  openCommands(after(...events), { ...usual, actor: somebodyOf(agency) }).find(({ command }) => command === type);

const referred: YouthEvent = {
  type: 'ReferredToNav',
  data: {
    referralId: 'r-1',
    from: 'OT',
    toUnit: 'nav-5006',
    reason: 'work',
    categories: ['follow-up'],
    basis: { statute: 'FVL_13B_1_5' },
    answerDueOn: '2026-03-24',
    wantedHelp: 'measure',
    on: '2026-03-10',
  },
};

describe('what an actor can do now', () => {
  it('lists every command once, the open ones first', () => {
    const commands = openCommands(after(...enrolled()), usual);
    expect(commands.map(({ command }) => command).toSorted()).toEqual(Object.keys(youthDecisions).toSorted());
    expect(commands.findLastIndex(({ open }) => open)).toBeLessThan(commands.findIndex(({ open }) => !open));
  });

  it('opens what no rule forbids, whatever its author will say', () => expect(find('RecordContactAttempt')).toMatchObject({ open: true }));

  it('says of another agency’s command whose it is', () =>
    expect(find('RegisterWithNav')).toMatchObject({ open: false, rule: { id: 'R51' }, remedy: expect.stringContaining('NAV') as string }));

  it('offers only digital messages as opened', () => {
    const attempt = (attemptId: string, channel: 'phone' | 'digital'): YouthEvent => ({
      type: 'ContactAttempted',
      data: { attemptId, channel, outcome: 'sent', on: '2026-03-09' },
    });
    const events = [...enrolled(), attempt('call', 'phone'), attempt('message', 'digital')];
    expect(find('RecordNoticeOpened', events)).toMatchObject({ open: true, choices: { field: 'attemptId', ids: ['message'] } });
  });

  it('says which rule stands in the way, and what would open it', () => {
    const answer = find('DeclareNotReached');
    expect(answer).toMatchObject({ open: false, rule: { id: 'R09', code: 'WRITTEN_INFO_MISSING' } });
    expect(answer?.remedy).toBeTruthy();
  });

  it('offers the open referral to the agency that was asked', () =>
    expect(find('AcceptReferral', [...enrolled(), referred], 'NAV')).toMatchObject({
      open: true,
      choices: { field: 'referralId', ids: ['r-1'] },
    }));

  it('offers none when there is none', () => expect(find('AcceptReferral', enrolled(), 'NAV')).toMatchObject({ open: false }));
});
