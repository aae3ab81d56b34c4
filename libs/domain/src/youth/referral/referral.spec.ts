import type { ReferralCommand, ReferralRequest } from './referral.commands.js';
import { referralDecisions } from './referral.decisions.js';
import type { Referral } from './referral.events.js';
import type { ContactRole } from '../contact-persons/contact-persons.events.js';
import { trekantIsComplete } from '../contact-persons/contact-persons.rules.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import type { FixedPerson } from '../../agreement/terms.js';
import type { Agency } from '../../kernel/agency.js';
import type { Day } from '../../kernel/day.js';
import type { Decider, Named } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';
import { scenarioOf } from '../../testing/scenario.js';

const decider: Decider<Youth, ReferralCommand, YouthEvent, DecisionContext> = {
  initial: noYouth,
  evolve: evolveYouth,
  decide: decideBy<Youth, ReferralCommand, YouthEvent, DecisionContext>({
    table: referralDecisions,
    always: [],
    flagged: ({ id, code }, { on }) => ({ type: 'DeadlineBreached', data: { rule: id, code, on } }),
  }),
};

const fixed = (role: ContactRole): FixedPerson => ({ role, personId: `fixed-${role}`, unit: `unit-${role}`, from: '2025-01-01' });
const withFixed = (...roles: readonly ContactRole[]): Pick<DecisionContext, 'terms'> => ({
  terms: { ...usual.terms, fixedPersons: roles.map((role) => fixed(role)) },
});
const between = (...parties: readonly Agency[]): Pick<DecisionContext, 'terms'> => ({
  terms: { ...withFixed('OT', 'NAV', 'KOM').terms, agreement: { agreementId: 'agreement-1', parties } },
});

const { given } = scenarioOf(decider, { ...usual, ...withFixed('OT', 'NAV', 'KOM') });

const as = (agency: Agency) => ({ actor: somebodyOf(agency) });
const on = (day: Day) => ({ on: day });

const statute = { statute: 'FVL_13B_1_5' };
const asked = { toUnit: 'unit-1', reason: 'needs-guidance', categories: ['follow-up'], basis: statute } as const;
const sent: Referral = { referralId: 'referral-1', from: 'OT', ...asked, answerDueOn: '2026-03-15', on: '2026-03-01' };
const referredToNav = (changes: Partial<Referral> = {}): YouthEvent => ({
  type: 'ReferredToNav',
  data: { ...sent, ...changes, wantedHelp: 'guidance' },
});
const accepted: YouthEvent = { type: 'ReferralAccepted', data: { referralId: 'referral-1', by: 'NAV', on: '2026-03-05' } };
const returned: YouthEvent = { type: 'ReferralReturned', data: { referralId: 'referral-1', by: 'NAV', reason: 'other', on: '2026-03-05' } };
const withdrawn: YouthEvent = { type: 'ReferralWithdrawn', data: { referralId: 'referral-1', on: '2026-03-05' } };
const released = (day: Day): YouthEvent => ({
  type: 'ContactPersonReleased',
  data: { role: 'KOM', deputy: false, personId: 'person-KOM', reason: 'moved on', on: day },
});
const named: YouthEvent = {
  type: 'ContactPersonAssigned',
  data: { role: 'KOM', deputy: false, personId: 'person-KOM', unit: 'unit-KOM', name: 'Kari', from: '2025-10-01' },
};
const consented = (giver: 'youth' | 'guardian', consentId: string): YouthEvent => ({
  type: 'ConsentGiven',
  data: {
    consentId,
    giver,
    from: 'OT',
    to: 'NAV',
    categories: ['follow-up', 'health'],
    purpose: 'nav-measure',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    formVersion: '1',
    how: 'written',
    on: '2026-01-01',
  },
});
const consentWithdrawn: YouthEvent = { type: 'ConsentWithdrawn', data: { consentId: 'consent-1', by: 'youth', on: '2026-03-05' } };

type ToNav = Named<ReferralCommand, 'ReferToNav'>['data'];
const toNav = (changes: Partial<ToNav> = {}): ReferralCommand => ({
  type: 'ReferToNav',
  data: { ...asked, wantedHelp: 'guidance', ...changes },
});
const toOt = (changes: Partial<ReferralRequest> = {}): ReferralCommand => ({ type: 'ReferToOt', data: { ...asked, ...changes } });
const toPpt: ReferralCommand = { type: 'ReferToPpt', data: asked };
const toService: ReferralCommand = { type: 'ReferToMunicipalService', data: { ...asked, service: 'outreach' } };
const accept: ReferralCommand = { type: 'AcceptReferral', data: { referralId: 'referral-1', handlerId: 'nav-7' } };
const giveBack: ReferralCommand = {
  type: 'ReturnReferral',
  data: { referralId: 'referral-1', reason: 'not-our-area', advice: 'try another' },
};
const askMore: ReferralCommand = { type: 'AskForMoreInformation', data: { referralId: 'referral-1', question: 'what has been tried?' } };
const giveMore: ReferralCommand = { type: 'GiveMoreInformation', data: { referralId: 'referral-1', answer: 'two courses' } };
const takeBack: ReferralCommand = { type: 'WithdrawReferral', data: { referralId: 'referral-1', reason: 'has got work' } };

describe('A referral is sent', () => {
  it('asks NAV, with an answer due by the days that the terms give it', () =>
    given(...registered())
      .when(toNav({ message: 'please' }))
      .then({
        type: 'ReferredToNav',
        data: {
          referralId: 'new-id',
          from: 'OT',
          ...asked,
          message: 'please',
          answerDueOn: '2026-03-24',
          on: '2026-03-10',
          wantedHelp: 'guidance',
        },
      }));

  it('reports to OT', () =>
    given(...registered())
      .when(toOt(), as('KOM'))
      .then({ type: 'ReferredToOt', data: { referralId: 'new-id', from: 'KOM', ...asked, answerDueOn: '2026-03-24', on: '2026-03-10' } }));

  it('asks PPT, which has more days', () =>
    given(...registered())
      .when(toPpt)
      .then({ type: 'ReferredToPpt', data: { referralId: 'new-id', from: 'OT', ...asked, answerDueOn: '2026-03-31', on: '2026-03-10' } }));

  it('asks a service of the municipality', () =>
    given(...registered())
      .when(toService)
      .then({
        type: 'ReferredToMunicipalService',
        data: { referralId: 'new-id', from: 'OT', ...asked, answerDueOn: '2026-03-24', on: '2026-03-10', service: 'outreach' },
      }));
});

describe('A referral is followed up', () => {
  const story = [...registered(), referredToNav()];

  it('is accepted', () =>
    given(...story)
      .when(accept, as('NAV'))
      .then({ type: 'ReferralAccepted', data: { referralId: 'referral-1', by: 'NAV', handlerId: 'nav-7', on: '2026-03-10' } }));

  it('is returned', () =>
    given(...story)
      .when(giveBack, as('NAV'))
      .then({
        type: 'ReferralReturned',
        data: { referralId: 'referral-1', by: 'NAV', reason: 'not-our-area', advice: 'try another', on: '2026-03-10' },
      }));

  it('is asked about', () =>
    given(...story)
      .when(askMore, as('NAV'))
      .then({
        type: 'ReferralInformationRequested',
        data: { referralId: 'referral-1', by: 'NAV', question: 'what has been tried?', on: '2026-03-10' },
      }));

  it('is added to', () =>
    given(...story)
      .when(giveMore)
      .then({ type: 'ReferralInformationGiven', data: { referralId: 'referral-1', by: 'OT', answer: 'two courses', on: '2026-03-10' } }));

  it('is withdrawn', () =>
    given(...story)
      .when(takeBack)
      .then({ type: 'ReferralWithdrawn', data: { referralId: 'referral-1', reason: 'has got work', on: '2026-03-10' } }));
});

describe('R52 a referral to NAV rests on an agreement', () => {
  it('rejects it without an agreement', () =>
    given(...registered())
      .when(toNav(), { terms: { terms: usual.terms.terms, fixedPersons: [] } })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));

  it('rejects it when the sender is no party', () =>
    given(...registered())
      .when(toNav(), { ...as('SCH'), ...between('OT', 'NAV') })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));

  it('rejects a report from NAV to OT without OT in it', () =>
    given(...registered())
      .when(toOt({ basis: { statute: 'NAVL_7' } }), { ...as('NAV'), ...between('NAV', 'KOM') })
      .thenRejected('NO_AGREEMENT_IN_FORCE'));

  it('accepts a report to OT from outside the agreement', () =>
    given(...registered())
      .when(toOt(), { ...as('SCH'), ...between('OT', 'NAV') })
      .thenTypes('ReferredToOt'));
});

describe('R27 NAV is asked for measures from the age of 16', () => {
  it('rejects it the day before', () =>
    given(...registered('2010-03-11'))
      .when(toNav({ wantedHelp: 'measure' }))
      .thenRejected('BELOW_NAV_MINIMUM_AGE'));

  it('accepts it on the 16th birthday', () =>
    given(...registered('2010-03-10'))
      .when(toNav({ wantedHelp: 'combined' }))
      .thenTypes('ReferredToNav'));

  it('accepts a request for guidance before', () =>
    given(...registered('2010-03-11'))
      .when(toNav())
      .thenTypes('ReferredToNav'));
});

describe('R18 the trekant is complete, but for a short grace', () => {
  const oneMissing = withFixed('OT', 'NAV');

  it('accepts a role that has been vacant for 14 days', () =>
    given(...registered(), named, released('2026-02-24'))
      .when(toNav(), oneMissing)
      .thenTypes('ReferredToNav'));

  it('rejects a role that has been vacant for 15 days', () =>
    given(...registered(), named, released('2026-02-23'))
      .when(toNav(), oneMissing)
      .thenRejected('TREKANT_INCOMPLETE'));

  it('counts from when the youth came to the municipality', () => {
    const moved = (from: Day): YouthEvent => ({ type: 'ResidenceChanged', data: { municipality: '5007', from } });
    given(...registered())
      .when(toNav(), oneMissing)
      .thenRejected('TREKANT_INCOMPLETE');
    given(...registered(), moved('2026-02-24'))
      .when(toNav(), oneMissing)
      .thenTypes('ReferredToNav');
  });

  it('counts who is named for the youth', () =>
    given(...registered(), named)
      .when(toNav(), oneMissing)
      .thenTypes('ReferredToNav'));
});

describe('A refusal for the trekant tells who is missing', () => {
  it('names the roles, the days and the grace', () =>
    expect(
      trekantIsComplete.remedy([...registered(), named, released('2026-02-23')].reduce(evolveYouth, noYouth), toNav(), {
        ...usual,
        ...withFixed('OT', 'NAV'),
      }),
    ).toContain('Missing: KOM (vacant for 15 days); the grace is 14 days.'));
});

describe('R22–R26 a referral shares, so it needs a basis', () => {
  const basis = { consentId: 'consent-1' };
  const both = [consented('youth', 'consent-1'), consented('guardian', 'consent-2')];

  it('accepts the consents of a minor and a guardian', () =>
    given(...registered(), ...both)
      .when(toNav({ basis, categories: ['follow-up', 'health'] }))
      .thenTypes('ReferredToNav'));

  it('rejects the consent of a minor alone', () =>
    given(...registered(), consented('youth', 'consent-1'))
      .when(toNav({ basis }))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING'));

  it('rejects categories beyond the consent', () =>
    given(...registered(), ...both)
      .when(toNav({ basis, categories: ['family'] }))
      .thenRejected('OUT_OF_CONSENT_SCOPE'));

  it('rejects a consent that was withdrawn', () =>
    given(...registered(), ...both, consentWithdrawn)
      .when(toNav({ basis }))
      .thenRejected('CONSENT_NOT_VALID'));

  it('rejects the consent of a guardian from the 18th birthday', () =>
    given(...registered('2008-03-10'), ...both)
      .when(toNav({ basis: { consentId: 'consent-2' } }))
      .thenRejected('GUARDIAN_CONSENT_LAPSED'));

  it('rejects a statute that does not reach the category', () =>
    given(...registered())
      .when(toNav({ categories: ['health'] }))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING'));

  it('gives no more to an open referral after the consent was withdrawn', () => {
    const story = [...registered(), ...both, referredToNav({ basis })];
    given(...story)
      .when(giveMore)
      .thenTypes('ReferralInformationGiven');
    given(...story, consentWithdrawn)
      .when(giveMore)
      .thenRejected('CONSENT_NOT_VALID');
  });
});

describe('R36 a late answer counts and is marked', () => {
  const late = (day: Day): YouthEvent => ({ type: 'DeadlineBreached', data: { rule: 'R36', code: 'REFERRAL_ANSWER_LATE', on: day } });
  const story = [...registered(), referredToNav()];

  it('does not mark an answer on the due day', () =>
    given(...story)
      .when(accept, { ...as('NAV'), ...on('2026-03-15') })
      .thenTypes('ReferralAccepted'));

  it('marks an answer the day after', () => {
    given(...story)
      .when(accept, { ...as('NAV'), ...on('2026-03-16') })
      .then(
        { type: 'ReferralAccepted', data: { referralId: 'referral-1', by: 'NAV', handlerId: 'nav-7', on: '2026-03-16' } },
        late('2026-03-16'),
      );
    given(...story)
      .when(giveBack, { ...as('NAV'), ...on('2026-03-16') })
      .thenTypes('ReferralReturned', 'DeadlineBreached');
  });
});

describe('R92 a referral is answered once', () => {
  it.each([accepted, returned, withdrawn])('rejects a second answer after $type', (answer) => {
    given(...registered(), referredToNav(), answer)
      .when(accept, as('NAV'))
      .thenRejected('REFERRAL_NOT_OPEN');
    given(...registered(), referredToNav(), answer)
      .when(giveBack, as('NAV'))
      .thenRejected('REFERRAL_NOT_OPEN');
  });

  it.each([giveMore, takeBack])('rejects $type after the answer', (command) =>
    given(...registered(), referredToNav(), accepted)
      .when(command)
      .thenRejected('REFERRAL_NOT_OPEN'),
  );

  it('rejects an answer to nothing', () =>
    given(...registered())
      .when(accept, as('NAV'))
      .thenRejected('REFERRAL_NOT_OPEN'));
});

describe('R93 each side has its part', () => {
  const story = [...registered(), referredToNav()];

  it.each([accept, giveBack, askMore])('rejects $type by the sender', (command) =>
    given(...story)
      .when(command)
      .thenRejected('NOT_YOUR_REFERRAL'),
  );

  it.each([giveMore, takeBack])('rejects $type by the receiver', (command) =>
    given(...story)
      .when(command, as('NAV'))
      .thenRejected('NOT_YOUR_REFERRAL'),
  );
});

describe('R94 an agency has one open referral at a time', () => {
  it('rejects a second one, also from another sender', () => {
    given(...registered(), referredToNav())
      .when(toNav())
      .thenRejected('REFERRAL_ALREADY_OPEN');
    given(...registered(), referredToNav())
      .when(toNav(), as('KOM'))
      .thenRejected('REFERRAL_ALREADY_OPEN');
  });

  it('accepts one to another agency meanwhile, and a new one after the answer', () => {
    given(...registered(), referredToNav())
      .when(toPpt)
      .thenTypes('ReferredToPpt');
    given(...registered(), referredToNav(), returned)
      .when(toNav())
      .thenTypes('ReferredToNav');
  });
});
