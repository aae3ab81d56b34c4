import type { ConsentCommand } from './consent.commands.js';
import { consentDecisions } from './consent.decisions.js';
import type { ConsentEvent, Recipient, SharingBasis } from './consent.events.js';
import type { DecisionContext } from '../youth.context.js';
import { type Youth, type YouthEvent, evolveYouth, noYouth } from '../youth.state.js';
import { type Agency, type SharingAgency, sharingAgencies } from '../../kernel/agency.js';
import type { Category } from '../../kernel/catalogue.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf, Decider } from '../../kernel/decider.js';
import { decideBy } from '../../kernel/decisions.js';
import { registered, somebodyOf, usual } from '../../testing/a-youth.js';
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

const consented = (changes: Partial<DataOf<ConsentEvent, 'ConsentGiven'>> = {}): YouthEvent => ({
  type: 'ConsentGiven',
  data: {
    consentId: 'consent-1',
    giver: 'youth',
    from: 'OT',
    to: 'KOM',
    categories: ['follow-up', 'education'],
    purpose: 'coordinate-follow-up',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    formVersion: '1',
    how: 'written',
    on: '2026-01-01',
    ...changes,
  },
});
const withdrawn = (day: Day): YouthEvent => ({ type: 'ConsentWithdrawn', data: { consentId: 'consent-1', by: 'youth', on: day } });
const expired: YouthEvent = { type: 'ConsentExpired', data: { consentId: 'consent-1', cause: 'closed', on: '2026-03-10' } };

interface Shared {
  readonly to?: Recipient;
  readonly categories?: readonly Category[];
  readonly purpose?: DataOf<ConsentEvent, 'InformationShared'>['purpose'];
  readonly basis?: SharingBasis;
}
const consent = { consentId: 'consent-1' };
const share = (changes: Shared = {}): ConsentCommand => ({
  type: 'ShareInformation',
  data: { to: 'KOM', categories: ['follow-up'], purpose: 'coordinate-follow-up', basis: consent, content: 'what we know', ...changes },
});
const request = (to: SharingAgency, statute: string, more: { dueOn?: Day } = {}): ConsentCommand => ({
  type: 'RequestInformation',
  data: { to, statute, what: 'school history', ...more },
});
const inEmergency: ConsentCommand = { type: 'ShareInEmergency', data: { to: 'Legevakten', reason: 'danger to life' } };

describe('Information is shared and asked for', () => {
  it('shares on a consent', () =>
    given(...registered(), consented())
      .when(share())
      .then({
        type: 'InformationShared',
        data: {
          to: 'KOM',
          categories: ['follow-up'],
          purpose: 'coordinate-follow-up',
          basis: consent,
          content: 'what we know',
          on: '2026-03-10',
        },
      }));

  it('asks on a statute', () =>
    given(...registered())
      .when(request('OT', 'AML_19', { dueOn: '2026-03-24' }), as('NAV'))
      .then({
        type: 'InformationRequestMade',
        data: { to: 'OT', statute: 'AML_19', what: 'school history', dueOn: '2026-03-24', on: '2026-03-10' },
      }));
});

describe('R22 sharing has a legal basis', () => {
  it('accepts a statute for what it covers', () =>
    given(...registered())
      .when(share({ basis: { statute: 'FVL_13B_1_5' } }))
      .thenTypes('InformationShared'));

  it('rejects the statute for health', () =>
    given(...registered())
      .when(share({ basis: { statute: 'FVL_13B_1_5' }, categories: ['follow-up', 'health'] }))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING'));

  it('judges a statute on the day: the new act from 2024-08-01', () => {
    const basis = { statute: 'OPL_25_1_3' };
    given(...registered())
      .when(share({ to: 'OT', basis }), { ...as('SCH'), ...on('2024-08-01') })
      .thenTypes('InformationShared');
    given(...registered())
      .when(share({ to: 'OT', basis }), { ...as('SCH'), ...on('2024-07-31') })
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING');
  });

  it('rejects a consent that is not in the ledger', () =>
    given(...registered())
      .when(share())
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING'));

  it('rejects what names no category', () =>
    given(...registered(), consented())
      .when(share({ categories: [] }))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING'));

  it('rejects the consent of a minor alone towards NAV, and accepts it with that of a guardian', () => {
    const alone = [...registered(BIRTH_DATE), consented({ to: 'NAV' })];
    const guardians = consented({ consentId: 'consent-2', to: 'NAV', giver: 'guardian' });
    given(...alone)
      .when(share({ to: 'NAV' }))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING');
    given(...alone, guardians)
      .when(share({ to: 'NAV' }))
      .thenTypes('InformationShared');
  });

  it('takes the consent of the youth alone from the 18th birthday', () => {
    const alone = [...registered(BIRTH_DATE), consented({ to: 'NAV' })];
    given(...alone)
      .when(share({ to: 'NAV' }), on('2026-05-19'))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING');
    given(...alone)
      .when(share({ to: 'NAV' }), on('2026-05-20'))
      .thenTypes('InformationShared');
  });

  it('keeps what a guardian gave before the 15th birthday', () =>
    given(...registered('2011-03-01'), consented({ giver: 'guardian' }))
      .when(share())
      .thenTypes('InformationShared'));

  it('rejects a request on a statute that does not let the other give it', () => {
    given(...registered())
      .when(request('NAV', 'AML_19'))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING');
    given(...registered())
      .when(request('OT', 'FVL25_34_1_F'), as('NAV'))
      .thenRejected('NO_LEGAL_BASIS_FOR_SHARING');
  });
});

describe('R23 sharing stays within the consent', () => {
  const story = [...registered(), consented()];

  it.each<[string, Shared]>([
    ['another recipient', { to: 'PPT' }],
    ['another category', { categories: ['follow-up', 'health'] }],
    ['another purpose', { purpose: 'joint-plan' }],
  ])('rejects %s', (_beyond, changes) =>
    given(...story)
      .when(share(changes))
      .thenRejected('OUT_OF_CONSENT_SCOPE'),
  );

  it('rejects another sender', () =>
    given(...story)
      .when(share(), as('NAV'))
      .thenRejected('OUT_OF_CONSENT_SCOPE'));

  it('accepts the last day and rejects the day after', () => {
    given(...story)
      .when(share(), on('2026-12-31'))
      .thenTypes('InformationShared');
    given(...story)
      .when(share(), on('2027-01-01'))
      .thenRejected('OUT_OF_CONSENT_SCOPE');
  });

  it('accepts the first day and rejects the day before', () => {
    given(...story)
      .when(share(), on('2026-01-01'))
      .thenTypes('InformationShared');
    given(...story)
      .when(share(), on('2025-12-31'))
      .thenRejected('OUT_OF_CONSENT_SCOPE');
  });
});

describe('R24 a withdrawn or expired consent opens for nothing', () => {
  it('rejects sharing from the day of the withdrawal', () =>
    given(...registered(), consented(), withdrawn('2026-03-10'))
      .when(share())
      .thenRejected('CONSENT_NOT_VALID'));

  it('accepts what was shared the day before', () =>
    given(...registered(), consented(), withdrawn('2026-03-10'))
      .when(share(), on('2026-03-09'))
      .thenTypes('InformationShared'));

  it('rejects sharing after it expired', () =>
    given(...registered(), consented(), expired)
      .when(share())
      .thenRejected('CONSENT_NOT_VALID'));
});

describe('R26 what guardians gave ends on the 18th birthday', () => {
  const story = [
    ...registered(BIRTH_DATE),
    consented({ to: 'NAV', giver: 'both-guardians' }),
    consented({ consentId: 'consent-2', to: 'NAV' }),
  ];

  it('accepts it the day before', () =>
    given(...story)
      .when(share({ to: 'NAV' }), on('2026-05-19'))
      .thenTypes('InformationShared'));

  it('rejects it on the day', () =>
    given(...story)
      .when(share({ to: 'NAV' }), on('2026-05-20'))
      .thenRejected('GUARDIAN_CONSENT_LAPSED'));
});

describe('R11 guardians of a youth of age get information by consent of the youth', () => {
  const toGuardian = share({ to: 'guardian', basis: { statute: 'OPF_8_3_2' } });

  it('accepts a statute until the 18th birthday', () =>
    given(...registered(BIRTH_DATE))
      .when(toGuardian, on('2026-05-19'))
      .thenTypes('InformationShared'));

  it('rejects it from the day', () =>
    given(...registered(BIRTH_DATE))
      .when(toGuardian, on('2026-05-20'))
      .thenRejected('GUARDIAN_ACCESS_AFTER_18'));

  it('accepts the consent of the youth', () =>
    given(...registered(BIRTH_DATE), consented({ to: 'guardian', purpose: 'involve-guardian' }))
      .when(share({ to: 'guardian', purpose: 'involve-guardian' }), on('2026-05-20'))
      .thenTypes('InformationShared'));
});

describe('Danger to life or health is told of at once', () => {
  it.each(sharingAgencies)('is never refused to %s for want of consent or agreement', (agency) =>
    given(...registered())
      .when(inEmergency, { ...as(agency), terms: { terms: usual.terms.terms, fixedPersons: [] } })
      .then({ type: 'EmergencyShareMade', data: { to: 'Legevakten', reason: 'danger to life', on: '2026-03-10' } }),
  );

  it('is not refused after a refusal or a withdrawal either', () =>
    given(...registered(), consented(), withdrawn('2026-02-01'))
      .when(inEmergency)
      .thenTypes('EmergencyShareMade'));
});
