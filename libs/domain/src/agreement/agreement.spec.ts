import type { AgreementCommand } from './agreement.commands.js';
import type { AgreementContext } from './agreement.context.js';
import { agreementDecider } from './agreement.decider.js';
import type { AgreementEvent, Anchor } from './agreement.events.js';
import { evolveAgreement, noAgreement, termsFor } from './agreement.state.js';
import { notBelowFloor } from './local-adaptation.rules.js';
import { type AdaptableTerms, type Terms, type Unit, defaultTerms } from './terms.js';
import type { ContactRole } from '../youth/contact-persons/contact-persons.events.js';
import type { Agency } from '../kernel/agency.js';
import type { Day } from '../kernel/day.js';
import { somebodyOf } from '../testing/a-youth.js';
import { scenarioOf } from '../testing/scenario.js';

const usual: AgreementContext = { today: '2026-03-10', on: '2026-03-10', actor: somebodyOf('ADM'), newId: 'new-id' };
const { given } = scenarioOf(agreementDecider, usual);

const as = (agency: Agency) => ({ actor: somebodyOf(agency) });
const on = (day: Day) => ({ on: day });

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...defaultTerms, version: 'trondelag-2026.1', ...changes });
const parties: readonly Agency[] = ['OT', 'NAV', 'KOM'];
const agreed = { county: '50', parties, level: 'operational', from: '2026-01-01', to: '2027-12-31', terms: terms() } as const;

const signed = (changes: Partial<Terms> = {}): AgreementEvent => ({
  type: 'AgreementSigned',
  data: { agreementId: 'agreement-1', ...agreed, terms: terms(changes), on: '2025-12-01' },
});
const terminated: AgreementEvent = { type: 'AgreementTerminated', data: { reason: 'new law', on: '2026-03-10' } };
const named: AgreementEvent = {
  type: 'FixedContactPersonNamed',
  data: { municipality: '5006', role: 'NAV', personId: 'nav-1', unit: 'nav-5006', name: 'Kari', from: '2026-01-15' },
};
const proposed = (changes: AdaptableTerms = { minAttempts: 4 }): AgreementEvent => ({
  type: 'LocalAdaptationProposed',
  data: { adaptationId: 'adaptation-1', municipality: '5006', changes, from: '2026-03-01', on: '2026-02-01' },
});
const anchored = (anchor: Anchor): AgreementEvent => ({
  type: 'LocalAdaptationAnchored',
  data: { adaptationId: 'adaptation-1', anchor, on: '2026-02-10' },
});
const approved: AgreementEvent = {
  type: 'LocalAdaptationApproved',
  data: { adaptationId: 'adaptation-1', municipality: '5006', changes: { minAttempts: 4 }, from: '2026-03-10', on: '2026-03-10' },
};

type Signing = Extract<AgreementCommand, { readonly type: 'SignAgreement' }>['data'];
const sign = (changes: Partial<Signing> = {}): AgreementCommand => ({ type: 'SignAgreement', data: { ...agreed, ...changes } });
const name = (role: ContactRole, municipality = '5006'): AgreementCommand => ({
  type: 'NameFixedContactPerson',
  data: { municipality, role, personId: 'nav-2', unit: 'nav-5006', name: 'Ola', email: 'ola@example.no' },
});
const release = (role: ContactRole): AgreementCommand => ({ type: 'ReleaseFixedContactPerson', data: { municipality: '5006', role } });
const propose = (changes: AdaptableTerms = { minAttempts: 4 }, municipality = '5006'): AgreementCommand => ({
  type: 'ProposeLocalAdaptation',
  data: { municipality, changes, from: '2026-04-01' },
});
const anchor = (by: Anchor): AgreementCommand => ({ type: 'AnchorLocalAdaptation', data: { adaptationId: 'adaptation-1', anchor: by } });
const approve: AgreementCommand = { type: 'ApproveLocalAdaptation', data: { adaptationId: 'adaptation-1' } };
const terminate: AgreementCommand = { type: 'TerminateAgreement', data: { reason: 'new law' } };

const bothAnchored = [anchored('principal'), anchored('nav-service-area-leader')];

describe('An agreement is signed, adapted and ended', () => {
  it('is signed', () =>
    given()
      .when(sign())
      .then({ type: 'AgreementSigned', data: { agreementId: 'new-id', ...agreed, on: '2026-03-10' } }));

  it('has fixed contact persons', () =>
    given(signed())
      .when(name('NAV'), as('NAV'))
      .then({
        type: 'FixedContactPersonNamed',
        data: {
          municipality: '5006',
          role: 'NAV',
          personId: 'nav-2',
          unit: 'nav-5006',
          name: 'Ola',
          email: 'ola@example.no',
          from: '2026-03-10',
        },
      }));

  it('releases a fixed contact person', () =>
    given(signed(), named)
      .when(release('NAV'), as('NAV'))
      .then({ type: 'FixedContactPersonReleased', data: { municipality: '5006', role: 'NAV', personId: 'nav-1', on: '2026-03-10' } }));

  it('does nothing when there is nobody to release', () => given(signed()).when(release('NAV'), as('NAV')).thenNothing());

  it('takes a proposal for one municipality', () =>
    given(signed())
      .when(propose(), as('OT'))
      .then({
        type: 'LocalAdaptationProposed',
        data: { adaptationId: 'new-id', municipality: '5006', changes: { minAttempts: 4 }, from: '2026-04-01', on: '2026-03-10' },
      }));

  it('has it anchored', () =>
    given(signed(), proposed())
      .when(anchor('principal'), as('SCH'))
      .then({ type: 'LocalAdaptationAnchored', data: { adaptationId: 'adaptation-1', anchor: 'principal', on: '2026-03-10' } }));

  it('does nothing when it is anchored there already', () =>
    given(signed(), proposed(), anchored('principal')).when(anchor('principal'), as('SCH')).thenNothing());

  it('has it approved, never backwards in time', () =>
    given(signed(), proposed(), ...bothAnchored)
      .when(approve)
      .then(approved));

  it('does nothing when it is approved already', () =>
    given(signed(), proposed(), ...bothAnchored, approved)
      .when(approve)
      .thenNothing());

  it('is ended', () => given(signed()).when(terminate).then(terminated));
});

describe('Terms hold by municipality and day', () => {
  const agreement = [signed(), proposed(), ...bothAnchored, approved, named].reduce(evolveAgreement, noAgreement);

  it('adapts them from the day of the approval, there only', () => {
    expect(termsFor(agreement, '5006', '2026-03-09')?.terms.contact.minAttempts).toBe(3);
    expect(termsFor(agreement, '5006', '2026-03-10')?.terms.contact.minAttempts).toBe(4);
    expect(termsFor(agreement, '5007', '2026-03-10')?.terms.contact.minAttempts).toBe(3);
  });
});

describe('R52 nothing is done before the agreement is signed, and nothing after it has ended', () => {
  it.each([terminate, propose(), approve])('rejects $type before', (command) =>
    given().when(command).thenRejected('NO_AGREEMENT_IN_FORCE'),
  );

  it('accepts the last day and rejects the day after', () => {
    given(signed()).when(propose(), on('2027-12-31')).thenTypes('LocalAdaptationProposed');
    given(signed()).when(propose(), on('2028-01-01')).thenRejected('NO_AGREEMENT_IN_FORCE');
  });

  it('accepts the day before an early end and rejects the day', () => {
    given(signed(), terminated).when(propose(), on('2026-03-09')).thenTypes('LocalAdaptationProposed');
    given(signed(), terminated).when(propose()).thenRejected('NO_AGREEMENT_IN_FORCE');
  });
});

describe('R105 an agreement is signed once', () => {
  it('rejects a second signing', () => given(signed()).when(sign()).thenRejected('AGREEMENT_ALREADY_SIGNED'));
});

describe('R106 an agreement has parties and a period', () => {
  it('rejects one party', () =>
    given()
      .when(sign({ parties: ['OT', 'OT'] }))
      .thenRejected('AGREEMENT_INCOMPLETE'));
  it('accepts a single day', () =>
    given()
      .when(sign({ to: '2026-01-01' }))
      .thenTypes('AgreementSigned'));
  it('rejects an end before the beginning', () =>
    given()
      .when(sign({ to: '2025-12-31' }))
      .thenRejected('AGREEMENT_INCOMPLETE'));
});

describe('R19 an agency names its own fixed contact person', () => {
  it('rejects OT for the role of NAV', () => given(signed()).when(name('NAV'), as('OT')).thenRejected('NOT_YOUR_ROLE'));
  it('rejects OT that releases NAV', () => given(signed(), named).when(release('NAV'), as('OT')).thenRejected('NOT_YOUR_ROLE'));
});

describe('R21 the unit of a fixed contact person serves the municipality', () => {
  const unit = (municipalities: readonly string[]): Unit => ({
    unit: 'nav-5006',
    name: 'NAV Steinkjer',
    agency: 'NAV',
    municipalities,
    from: '2026-01-01',
  });

  it('accepts one that does', () =>
    given(signed({ units: [unit(['5006'])] }))
      .when(name('NAV'), as('NAV'))
      .thenTypes('FixedContactPersonNamed'));

  it('rejects one that does not', () =>
    given(signed({ units: [unit(['5007'])] }))
      .when(name('NAV'), as('NAV'))
      .thenRejected('UNIT_NOT_RESPONSIBLE'));
});

describe('R109 an agreement is between its parties, in its county', () => {
  it('rejects an agency that is no party', () => given(signed()).when(name('PPT'), as('PPT')).thenRejected('OUTSIDE_AGREEMENT'));

  it('rejects a municipality of another county', () =>
    given(signed())
      .when(propose({ minAttempts: 4 }, '0301'))
      .thenRejected('OUTSIDE_AGREEMENT'));
});

describe('R107 an adaptation is proposed before it is anchored or approved', () => {
  it.each([anchor('principal'), approve])('rejects $type of nothing', (command) =>
    given(signed()).when(command).thenRejected('ADAPTATION_UNKNOWN'),
  );
});

describe('R108 each side anchors for itself', () => {
  it.each<[Anchor, Agency]>([
    ['principal', 'NAV'],
    ['nav-service-area-leader', 'SCH'],
  ])('rejects the anchoring by the %s recorded by %s', (by, agency) =>
    given(signed(), proposed()).when(anchor(by), as(agency)).thenRejected('ANCHOR_OF_OTHER_PARTY'),
  );

  it.each<[Anchor, Agency]>([
    ['nav-service-area-leader', 'NAV'],
    ['nav-service-area-leader', 'ADM'],
    ['principal', 'ADM'],
  ])('accepts the anchoring by the %s recorded by %s', (by, agency) =>
    given(signed(), proposed()).when(anchor(by), as(agency)).thenTypes('LocalAdaptationAnchored'),
  );
});

describe('R53 a local routine is anchored with the school and NAV', () => {
  it('rejects one anchor', () =>
    given(signed(), proposed(), anchored('principal')).when(approve).thenRejected('LOCAL_ROUTINE_NOT_ANCHORED'));
  it('accepts both', () =>
    given(signed(), proposed(), ...bothAnchored)
      .when(approve)
      .thenTypes('LocalAdaptationApproved'));
});

describe('R54 a local adaptation stays above the floor', () => {
  const floors = { minAttempts: 2, graceDays: 20 };

  it.each<AdaptableTerms>([{ minAttempts: 2 }, { graceDays: 20 }, { minAttempts: 9, graceDays: 0 }])(
    'accepts %j at the floors',
    (changes) => given(signed({ floors })).when(propose(changes)).thenTypes('LocalAdaptationProposed'),
  );

  it.each<AdaptableTerms>([{ minAttempts: 1 }, { graceDays: 21 }, { minAttempts: 9, graceDays: 21 }])('rejects %j', (changes) =>
    given(signed({ floors })).when(propose(changes)).thenRejected('BELOW_AGREEMENT_FLOOR'),
  );

  it.each<AdaptableTerms>([
    { minAttempts: 3, minChannels: 2, minSpanWorkingDays: 10 },
    { firstContactWorkingDays: 5, graceDays: 14, referralAnswerDays: 14 },
  ])('accepts what is agreed where no floor is set: %j', (changes) =>
    given(signed()).when(propose(changes)).thenTypes('LocalAdaptationProposed'),
  );

  it.each<AdaptableTerms>([
    { minAttempts: 2 },
    { minChannels: 1 },
    { minSpanWorkingDays: 9 },
    { firstContactWorkingDays: 6 },
    { graceDays: 15 },
    { referralAnswerDays: 15 },
  ])('rejects what is weaker than agreed where no floor is set: %j', (changes) =>
    given(signed()).when(propose(changes)).thenRejected('BELOW_AGREEMENT_FLOOR'),
  );

  it('tells the floors', () =>
    expect(
      notBelowFloor.remedy(
        [signed({ floors })].reduce(evolveAgreement, noAgreement),
        { type: 'ProposeLocalAdaptation', data: { municipality: '5006', changes: { minAttempts: 1, graceDays: 21 }, from: '2026-04-01' } },
        usual,
      ),
    ).toBe('minAttempts: at least 2; graceDays: at most 20.'));

  it('is judged again when it is approved', () =>
    given(signed(), proposed({ minAttempts: 2 }), ...bothAnchored)
      .when(approve)
      .thenRejected('BELOW_AGREEMENT_FLOOR'));
});
