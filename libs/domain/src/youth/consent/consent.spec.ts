import type { ConsentCommand } from './consent.commands.js';
import { consentDecisions } from './consent.decisions.js';
import type { ConsentEvent, ConsentGiver } from './consent.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import type { Agency } from '../../kernel/agency.js';
import type { Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { enrolled, registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, ConsentCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, ConsentCommand, YouthEvent, DecisionContext>({
    table: consentDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};
const { given } = scenarioOf(decider, usual);

const as = (agency: Agency) => ({ actor: somebodyOf(agency) });
const on = (day: Day) => ({ on: day });

/** 17 on 2026-03-10, of age from 2026-05-20. */
const BIRTH_DATE = '2008-05-20';

const form = { formVersion: '1', how: 'written' } as const;
const toKom = { from: 'OT', to: 'KOM', categories: ['follow-up'], purpose: 'coordinate-follow-up' } as const;
const toNav = { ...toKom, to: 'NAV', purpose: 'nav-measure' } as const;

const consented = (changes: Partial<DataOf<ConsentEvent, 'ConsentGiven'>> = {}): YouthEvent => ({
  type: 'ConsentGiven',
  data: {
    consentId: 'consent-1',
    ...toKom,
    giver: 'youth',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    ...form,
    on: '2026-01-01',
    ...changes,
  },
});
const withdrawn: YouthEvent = { type: 'ConsentWithdrawn', data: { consentId: 'consent-1', by: 'youth', on: '2026-02-01' } };
const closed = (day: Day): YouthEvent => ({ type: 'TargetGroupMembershipClosed', data: { reason: 'in_work', on: day } });

type Giving = Extract<ConsentCommand, { readonly type: 'GiveConsent' }>['data'];
const give = (changes: Partial<Giving> = {}): ConsentCommand => ({
  type: 'GiveConsent',
  data: { ...toKom, giver: 'youth', ...form, ...changes },
});
const refuse = (giver: ConsentGiver, categories: readonly Category[] = toKom.categories): ConsentCommand => ({
  type: 'RefuseConsent',
  data: { ...toKom, categories, giver },
});
const withdraw = (by: ConsentGiver = 'youth', consentId = 'consent-1'): ConsentCommand => ({
  type: 'WithdrawConsent',
  data: { consentId, by },
});
const expire = (consentId = 'consent-1'): ConsentCommand => ({ type: 'ExpireConsent', data: { consentId } });

describe('A consent is given, refused, withdrawn', () => {
  it('records it for as long as the terms set', () =>
    given(...registered())
      .when(give())
      .then({
        type: 'ConsentGiven',
        data: { consentId: 'new-id', ...toKom, giver: 'youth', validFrom: '2026-03-10', validTo: '2027-03-10', ...form, on: '2026-03-10' },
      }));

  it('records it for the days that are said', () =>
    given(...registered())
      .when(give({ validFrom: '2026-04-01', validTo: '2026-06-30' }), as('Y'))
      .then({
        type: 'ConsentGiven',
        data: { consentId: 'new-id', ...toKom, giver: 'youth', validFrom: '2026-04-01', validTo: '2026-06-30', ...form, on: '2026-03-10' },
      }));

  it('records a no', () =>
    given(...registered())
      .when(refuse('youth'))
      .then({ type: 'ConsentRefused', data: { ...toKom, giver: 'youth', on: '2026-03-10' } }));

  it('takes it back', () =>
    given(...registered(), consented())
      .when(withdraw(), as('Y'))
      .then({ type: 'ConsentWithdrawn', data: { consentId: 'consent-1', by: 'youth', on: '2026-03-10' } }));

  it('does nothing when it was taken back before', () =>
    given(...registered(), consented(), withdrawn)
      .when(withdraw())
      .thenNothing());
});

describe('R87 a consent is whole', () => {
  it('rejects one to the agency that it comes from', () =>
    given(...registered())
      .when(give({ to: 'OT' }))
      .thenRejected('CONSENT_INCOMPLETE'));

  it('rejects one about nothing', () =>
    given(...registered())
      .when(give({ categories: [] }))
      .thenRejected('CONSENT_INCOMPLETE'));

  it('accepts one for the day itself', () =>
    given(...registered())
      .when(give({ validFrom: '2026-03-10', validTo: '2026-03-10' }))
      .thenTypes('ConsentGiven'));

  it('rejects one that would have begun the day before', () =>
    given(...registered())
      .when(give({ validFrom: '2026-03-09' }))
      .thenRejected('CONSENT_INCOMPLETE'));

  it('rejects one that ends before it begins', () =>
    given(...registered())
      .when(give({ validFrom: '2026-03-11', validTo: '2026-03-10' }))
      .thenRejected('CONSENT_INCOMPLETE'));

  it('rejects a no about nothing', () =>
    given(...registered())
      .when(refuse('youth', []))
      .thenRejected('CONSENT_INCOMPLETE'));
});

describe('R25 the giver may decide on it', () => {
  it('accepts the youth alone on own education on the 15th birthday', () =>
    given(...registered('2011-03-10'))
      .when(give())
      .thenTypes('ConsentGiven'));

  it('rejects the youth the day before, and accepts a guardian', () => {
    given(...registered('2011-03-11'))
      .when(give())
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT');
    given(...registered('2011-03-11'))
      .when(give({ giver: 'guardian' }))
      .thenTypes('ConsentGiven');
  });

  it('rejects a guardian where the youth decides', () =>
    given(...registered())
      .when(give({ giver: 'guardian' }))
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT'));

  it('accepts a guardian towards NAV until the 18th birthday', () =>
    given(...registered(BIRTH_DATE))
      .when(give({ ...toNav, giver: 'guardian' }), on('2026-05-19'))
      .thenTypes('ConsentGiven'));

  it('rejects a guardian from the 18th birthday', () =>
    given(...registered(BIRTH_DATE))
      .when(give({ ...toNav, giver: 'guardian' }), on('2026-05-20'))
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT'));

  it('rejects a no from a guardian where the youth decides', () =>
    given(...registered())
      .when(refuse('guardian'))
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT'));

  it('rejects a withdrawal by a guardian of what the youth decides', () =>
    given(...registered(), consented())
      .when(withdraw('guardian'))
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT'));

  it('accepts that a guardian of a minor takes back what the guardian gave', () =>
    given(...registered(BIRTH_DATE), consented({ giver: 'guardian' }))
      .when(withdraw('guardian'), on('2026-05-19'))
      .thenTypes('ConsentWithdrawn'));

  it('leaves it to the youth from the 18th birthday', () => {
    const story = [...registered(BIRTH_DATE), consented({ giver: 'guardian' })];
    given(...story)
      .when(withdraw('guardian'), on('2026-05-20'))
      .thenRejected('CONSENT_GIVER_NOT_COMPETENT');
    given(...story)
      .when(withdraw('youth'), on('2026-05-20'))
      .thenTypes('ConsentWithdrawn');
  });
});

describe('R88 consents for the same do not overlap', () => {
  it('does nothing when the same is given again', () =>
    given(...registered(), consented())
      .when(give())
      .thenNothing());

  it('does nothing when as much is given already', () =>
    given(...registered(), consented())
      .when(give({ validTo: '2026-12-31' }))
      .thenNothing());

  it('rejects a longer one that begins before the first has ended', () =>
    given(...registered(), consented())
      .when(give({ validTo: '2027-01-01' }))
      .thenRejected('CONSENT_OVERLAPS'));

  it('accepts a longer one that begins the day after', () =>
    given(...registered(), consented())
      .when(give({ validFrom: '2027-01-01' }))
      .thenTypes('ConsentGiven'));

  it('rejects one that would run into a later one', () =>
    given(...registered(), consented({ validFrom: '2026-06-01' }))
      .when(give({ validTo: '2026-06-01' }))
      .thenRejected('CONSENT_OVERLAPS'));

  it('accepts a new one after a withdrawal, and for other categories', () => {
    given(...registered(), consented(), withdrawn)
      .when(give())
      .thenTypes('ConsentGiven');
    given(...registered(), consented())
      .when(give({ categories: ['follow-up', 'education'] }))
      .thenTypes('ConsentGiven');
  });

  it("accepts the guardian's part beside the youth's", () =>
    given(...registered(), consented(toNav))
      .when(give({ ...toNav, giver: 'guardian' }))
      .thenTypes('ConsentGiven'));
});

describe('R89 only a recorded consent is withdrawn or expires', () => {
  it('rejects a withdrawal of nothing', () =>
    given(...registered())
      .when(withdraw())
      .thenRejected('CONSENT_UNKNOWN'));
  it('rejects the expiry of nothing', () =>
    given(...registered())
      .when(expire(), as('SYS'))
      .thenRejected('CONSENT_UNKNOWN'));
});

describe('R90 a consent expires when it is over', () => {
  it('accepts it the day after the last day', () =>
    given(...registered(), consented({ validTo: '2026-03-09' }))
      .when(expire(), as('SYS'))
      .then({ type: 'ConsentExpired', data: { consentId: 'consent-1', cause: 'date', on: '2026-03-10' } }));

  it('rejects it on the last day', () =>
    given(...registered(), consented({ validTo: '2026-03-10' }))
      .when(expire(), as('SYS'))
      .thenRejected('CONSENT_STILL_HOLDS'));

  it('accepts it on the 18th birthday when a guardian gave it', () =>
    given(...registered(BIRTH_DATE), consented({ giver: 'guardian' }))
      .when(expire(), { ...as('SYS'), ...on('2026-05-20') })
      .then({ type: 'ConsentExpired', data: { consentId: 'consent-1', cause: 'turned-18', on: '2026-05-20' } }));

  it('rejects it the day before, and when the youth gave it', () => {
    given(...registered(BIRTH_DATE), consented({ giver: 'guardian' }))
      .when(expire(), { ...as('SYS'), ...on('2026-05-19') })
      .thenRejected('CONSENT_STILL_HOLDS');
    given(...registered(BIRTH_DATE), consented())
      .when(expire(), { ...as('SYS'), ...on('2026-05-20') })
      .thenRejected('CONSENT_STILL_HOLDS');
  });

  it('accepts it when the case is closed', () =>
    given(...enrolled(), consented(), closed('2026-03-10'))
      .when(expire(), as('SYS'))
      .then({ type: 'ConsentExpired', data: { consentId: 'consent-1', cause: 'closed', on: '2026-03-10' } }));

  it('rejects it for a consent given after the case was closed', () =>
    given(...enrolled(), closed('2025-12-31'), consented())
      .when(expire(), as('SYS'))
      .thenRejected('CONSENT_STILL_HOLDS'));

  it('does nothing when it was withdrawn', () =>
    given(...registered(), consented({ validTo: '2026-03-09' }), withdrawn)
      .when(expire(), as('SYS'))
      .thenNothing());

  it('is told by the hub only', () =>
    given(...registered(), consented())
      .when(expire())
      .thenRejected('AGENCY_MAY_NOT_APPEND'));
});

describe('R91 a withdrawal is recorded by whom it concerns', () => {
  it.each<Agency>(['OT', 'KOM'])('accepts %s, which the consent names', (agency) =>
    given(...registered(), consented())
      .when(withdraw(), as(agency))
      .thenTypes('ConsentWithdrawn'),
  );

  it('rejects NAV, which it does not name', () =>
    given(...registered(), consented())
      .when(withdraw(), as('NAV'))
      .thenRejected('NOT_PARTY_TO_CONSENT'));
});
