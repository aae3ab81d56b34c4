import type { MeasuresCommand } from './measures.commands.js';
import { enrolled } from '../../testing/a-youth.js';
import { assessed, consented, given, granted, registeredAt } from '../../testing/measure-stories.js';
import type { YouthEvent } from '../youth.state.js';

const adult = '2006-03-10';
const register = (on = '2026-03-10'): MeasuresCommand => ({ type: 'RegisterWithNav', data: { kind: 'follow-up', on } });
const startGuarantee = (on = '2026-03-10'): MeasuresCommand => ({ type: 'StartYouthGuarantee', data: { contactPersonId: 'nav-1', on } });
const grant = (measure = 'ARBEIDSTRENING', from = '2026-03-16', more: { readonly countyPartnership?: boolean } = {}): MeasuresCommand => ({
  type: 'GrantNavMeasure',
  data: { measure, from, to: from, countyOfferAssessed: true, ...more },
});
const atNav = (birthDate: string): readonly YouthEvent[] => [...enrolled(birthDate), consented('guardian'), registeredAt(), assessed()];

describe('R27 NAV steps in from the age of 16', () => {
  it('accepts registration on the 16th birthday', () =>
    given(...enrolled('2010-03-10'), consented('guardian'))
      .when(register())
      .then(registeredAt('2026-03-10')));
  it('rejects registration on the day before it', () =>
    given(...enrolled('2010-03-11'), consented('guardian'))
      .when(register())
      .thenRejected('BELOW_NAV_MINIMUM_AGE'));
  it('rejects a measure on the day before it', () =>
    given(...atNav('2010-03-11'))
      .when(grant())
      .thenRejected('BELOW_NAV_MINIMUM_AGE'));
});

describe('R28 until 18 a guardian has consented to what NAV does', () => {
  it('accepts registration with the consent of a guardian', () =>
    given(...enrolled(), consented('guardian'))
      .when(register())
      .then(registeredAt('2026-03-10')));
  it('accepts the consent of both guardians', () =>
    given(...enrolled(), consented('both-guardians'))
      .when(register())
      .thenTypes('NavRegistrationCompleted'));
  it('rejects registration without one', () =>
    given(...enrolled())
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('rejects the consent of the youth alone', () =>
    given(...enrolled(), consented('youth'))
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('rejects a consent for another purpose', () =>
    given(...enrolled(), consented('guardian', 'referral'))
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('accepts a consent on its last day', () =>
    given(...enrolled(), consented('guardian', 'nav-measure', '2026-03-10'))
      .when(register())
      .thenTypes('NavRegistrationCompleted'));
  it('rejects a consent on the day after it', () =>
    given(...enrolled(), consented('guardian', 'nav-measure', '2026-03-09'))
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('rejects a consent that is withdrawn', () =>
    given(...enrolled(), consented('guardian'), {
      type: 'ConsentWithdrawn',
      data: { consentId: 'consent-1', by: 'guardian', on: '2026-03-10' },
    })
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('accepts registration without consent on the 18th birthday', () =>
    given(...enrolled('2008-03-10'))
      .when(register())
      .thenTypes('NavRegistrationCompleted'));
  it('rejects it on the day before', () =>
    given(...enrolled('2008-03-11'))
      .when(register())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
  it('rejects the youth guarantee without consent', () =>
    given(...enrolled(), assessed())
      .when(startGuarantee())
      .thenRejected('GUARDIAN_CONSENT_REQUIRED'));
});

describe('R101 NAV has registered the youth before it grants a measure', () => {
  it('accepts a measure on the day of registration', () =>
    given(...enrolled(adult), registeredAt('2026-03-10'))
      .when(grant())
      .thenTypes('NavMeasureGranted'));
  it('rejects one on the day before it', () =>
    given(...enrolled(adult), registeredAt('2026-03-11'))
      .when(grant())
      .thenRejected('NOT_REGISTERED_WITH_NAV'));
  it('rejects an activity plan without registration', () =>
    given(...enrolled(adult))
      .when({ type: 'AgreeActivityPlan', data: { activities: 'Work training' } })
      .thenRejected('NOT_REGISTERED_WITH_NAV'));
});

describe('R102 NAV codes are the ones in use on the day', () => {
  const decide = (effortGroup: string, mainGoal: string): MeasuresCommand => ({
    type: 'DecideNeedsAssessment',
    data: { effortGroup, mainGoal, youthGuarantee: true },
  });

  it('accepts a former code and keeps the one of today', () =>
    given(...enrolled(adult))
      .when(decide('SITUASJONSBESTEMT_INNSATS', 'SKAFFE_ARBEID'), { newId: 'assessment-1' })
      .then(assessed('2026-03-10')));
  it('rejects an unknown effort group', () =>
    given(...enrolled(adult))
      .when(decide('MIDDELS', 'SKAFFE_ARBEID'))
      .thenRejected('UNKNOWN_NAV_CODE_AT_DATE'));
  it('rejects an unknown main goal', () =>
    given(...enrolled(adult))
      .when(decide('TRENGER_VEILEDNING', 'FERIE'))
      .thenRejected('UNKNOWN_NAV_CODE_AT_DATE'));
  it('rejects an unknown measure', () =>
    given(...atNav(adult))
      .when(grant('FERIE'))
      .thenRejected('UNKNOWN_NAV_CODE_AT_DATE'));
  it('accepts a measure on its first day in the table', () =>
    given(...atNav('2000-03-10'), registeredAt('2021-01-01'), assessed('2021-01-01'))
      .when({ type: 'GrantNavMeasure', data: { measure: 'SOMMERJOBB', from: '2021-06-01', to: '2021-06-10', on: '2021-04-22' } })
      .thenTypes('NavMeasureGranted'));
  it('rejects it on the day before', () =>
    given(...atNav('2000-03-10'), registeredAt('2021-01-01'), assessed('2021-01-01'))
      .when({ type: 'GrantNavMeasure', data: { measure: 'SOMMERJOBB', from: '2021-06-01', to: '2021-06-10', on: '2021-04-21' } })
      .thenRejected('UNKNOWN_NAV_CODE_AT_DATE'));
  it('rejects an unknown ground for an extension', () =>
    given(...atNav(adult), granted())
      .when({ type: 'ExtendNavMeasure', data: { measureId: 'measure-1', to: '2026-06-01', ground: 'wish' } })
      .thenRejected('UNKNOWN_NAV_CODE_AT_DATE'));
});

describe('R29 the need is assessed first where law calls for it', () => {
  it('accepts a wage subsidy with an assessment on the same day', () =>
    given(...enrolled(adult), registeredAt(), assessed('2026-03-10'))
      .when(grant('MIDLERTIDIG_LONNSTILSKUDD'))
      .thenTypes('NavMeasureGranted'));
  it('rejects it with one on the day after', () =>
    given(...enrolled(adult), registeredAt(), assessed('2026-03-11'))
      .when(grant('MIDLERTIDIG_LONNSTILSKUDD'))
      .thenRejected('ASSESSMENT_MISSING'));
  it('accepts work training without one', () =>
    given(...enrolled(adult), registeredAt())
      .when(grant())
      .thenTypes('NavMeasureGranted'));
  it('rejects the youth guarantee without one', () =>
    given(...enrolled(adult))
      .when(startGuarantee())
      .thenRejected('ASSESSMENT_MISSING'));
});

describe('R30 the youth is of the age that the measure is for', () => {
  it('accepts training from the year of turning 19', () =>
    given(...atNav('2007-12-31'))
      .when(grant('STUDIESPESIALISERING'))
      .thenTypes('NavMeasureGranted'));
  it('rejects it for those born a day later', () =>
    given(...atNav('2008-01-01'))
      .when(grant('STUDIESPESIALISERING'))
      .thenRejected('AGE_RULE_VIOLATION'));
  it('counts the year on the first day of the measure', () =>
    given(...atNav('2008-01-01'))
      .when(grant('STUDIESPESIALISERING', '2027-01-01'))
      .thenTypes('NavMeasureGranted'));
  it('accepts vocational training at 17 together with the county', () =>
    given(...atNav('2008-05-20'))
      .when(grant('FAG_OG_YRKESOPPLAERING', '2026-03-16', { countyPartnership: true }))
      .thenTypes('NavMeasureGranted'));
  it('rejects it without the county', () =>
    given(...atNav('2008-05-20'))
      .when(grant('FAG_OG_YRKESOPPLAERING'))
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts higher education from the year of turning 22', () =>
    given(...atNav('2004-12-31'))
      .when(grant('HOYERE_UTDANNING'))
      .thenTypes('NavMeasureGranted'));
  it('rejects it for those born a day later', () =>
    given(...atNav('2005-01-01'))
      .when(grant('HOYERE_UTDANNING'))
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts a summer job on the day before turning 30', () =>
    given(...atNav('1996-06-16'))
      .when(grant('SOMMERJOBB', '2026-06-15'))
      .thenTypes('NavMeasureGranted'));
  it('rejects it on the 30th birthday', () =>
    given(...atNav('1996-06-15'))
      .when(grant('SOMMERJOBB', '2026-06-15'))
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts the qualification programme on the 18th birthday', () =>
    given(...atNav('2008-03-16'))
      .when(grant('KVP'))
      .thenTypes('NavMeasureGranted'));
  it('rejects it on the day before', () =>
    given(...atNav('2008-03-17'))
      .when(grant('KVP'))
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts the youth guarantee on the day before turning 30', () =>
    given(...atNav('1996-03-11'))
      .when(startGuarantee())
      .then({ type: 'YouthGuaranteeStarted', data: { contactPersonId: 'nav-1', from: '2026-03-10' } }));
  it('rejects it on the 30th birthday', () =>
    given(...atNav('1996-03-10'))
      .when(startGuarantee())
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts it on the 16th birthday', () =>
    given(...atNav('2010-03-10'))
      .when(startGuarantee())
      .thenTypes('YouthGuaranteeStarted'));
  it('rejects it on the day before', () =>
    given(...atNav('2010-03-11'))
      .when(startGuarantee())
      .thenRejected('AGE_RULE_VIOLATION'));
  it('accepts it on its first day, 1 July 2023', () =>
    given(...enrolled('2000-01-01'), assessed('2023-06-01'))
      .when(startGuarantee('2023-07-01'))
      .thenTypes('YouthGuaranteeStarted'));
  it('rejects it on the day before', () =>
    given(...enrolled('2000-01-01'), assessed('2023-06-01'))
      .when(startGuarantee('2023-06-30'))
      .thenRejected('AGE_RULE_VIOLATION'));
});

describe('R34 NAV looks at the offers of the county before it buys training', () => {
  const train = (measure: string, countyOfferAssessed?: boolean): MeasuresCommand => ({
    type: 'GrantNavMeasure',
    data: { measure, from: '2026-03-16', to: '2026-06-15', ...(countyOfferAssessed !== undefined && { countyOfferAssessed }) },
  });

  it('accepts training when it has', () =>
    given(...atNav(adult))
      .when(train('STUDIESPESIALISERING', true))
      .thenTypes('NavMeasureGranted'));
  it('rejects it when it has not', () =>
    given(...atNav(adult))
      .when(train('STUDIESPESIALISERING', false))
      .thenRejected('COUNTY_OFFER_NOT_ASSESSED'));
  it('rejects it when nothing is said', () =>
    given(...atNav(adult))
      .when(train('STUDIESPESIALISERING'))
      .thenRejected('COUNTY_OFFER_NOT_ASSESSED'));
  it('accepts work training without', () =>
    given(...atNav(adult))
      .when(train('ARBEIDSTRENING'))
      .thenTypes('NavMeasureGranted'));
});
