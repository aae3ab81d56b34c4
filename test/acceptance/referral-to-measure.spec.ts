import { type County, enrolledYouth, foundCounty, nameFixed } from './county.js';
import { RunningHub } from './running-hub.js';

interface Refused {
  readonly code?: string;
}

interface Timeline {
  readonly entries: readonly {
    readonly type: string;
    readonly by: { readonly agency: string };
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

describe('a referral from OT to NAV that becomes a measure', () => {
  let hub: RunningHub;
  let county: County;

  beforeAll(async () => {
    hub = await RunningHub.start();
    county = await foundCounty(hub);
    await nameFixed(county, 'ot');
    await nameFixed(county, 'nav');
    await nameFixed(county, 'kom');
  });
  afterAll(() => hub.remove());

  it('is accepted by NAV, becomes a measure that starts, and OT sees it all in the joint timeline', async () => {
    const { ot, nav } = county;
    const youthId = await enrolledYouth(county);
    await ot.tell(youthId, 'change-status', { code: 'OTUK' });
    await ot.tell(youthId, 'record-contact-established', { channel: 'phone', with: 'youth' });
    await ot.tell(youthId, 'change-status', { code: 'OTOV' });
    const consent = await ot.tell(youthId, 'give-consent', {
      from: 'OT',
      to: 'NAV',
      categories: ['follow-up', 'work-and-measures'],
      purpose: 'referral',
      giver: 'youth',
      formVersion: '1',
      how: 'digital',
    });
    const referral = await ot.tell(youthId, 'refer-to-nav', {
      toUnit: 'nav-5006',
      reason: 'needs-measure',
      categories: ['follow-up'],
      basis: { consentId: consent.reference },
      wantedHelp: 'measure',
      message: 'Ønsker praksisplass på verksted.',
    });

    await nav.tell(youthId, 'accept-referral', { referralId: referral.reference, handlerId: 'nav-ole' });
    await nav.tell(youthId, 'register-with-nav', { kind: 'follow-up' });
    await nav.tell(youthId, 'decide-needs-assessment', {
      effortGroup: 'TRENGER_VEILEDNING',
      mainGoal: 'SKAFFE_ARBEID',
      youthGuarantee: true,
    });
    const today =
      (await nav.get<{ readonly entries: readonly { readonly occurredOn: string }[] }>(`/api/youths/${youthId}/timeline`)).body.entries[0]
        ?.occurredOn ?? '';
    const to = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`;
    const measure = await nav.tell(youthId, 'grant-nav-measure', {
      measure: 'ARBEIDSTRENING',
      from: today,
      to,
      organiser: 'Demo Mekaniske AS',
    });
    const started = await nav.tell(youthId, 'start-nav-measure', { measureId: measure.reference, percent: 80 });

    const { status, body } = await ot.get<Timeline>(`/api/youths/${youthId}/timeline?after=${started.position}`);
    expect(status).toBe(200);
    expect(body.entries.map(({ type, by }) => `${by.agency} ${type}`).slice(0, 3)).toEqual([
      'NAV NavMeasureStarted',
      'NAV NavMeasureGranted',
      'NAV NavRegistrationCompleted',
    ]);
    expect(body.entries[1]?.data).toMatchObject({ measure: 'ARBEIDSTRENING', organiser: 'Demo Mekaniske AS' });
    await ot.tell(youthId, 'change-status', { code: 'OTAP' });
  });

  it('shows NAV what was sent to it, and not OT’s other personal matters', async () => {
    const { ot, nav } = county;
    const youthId = await enrolledYouth(county);
    await ot.tell(youthId, 'record-contact-established', { channel: 'phone', with: 'youth' });
    await ot.tell(youthId, 'record-guidance-talk', { topics: ['school-choice'], summary: 'En fortrolig samtale.' });
    const consent = await ot.tell(youthId, 'give-consent', {
      from: 'OT',
      to: 'NAV',
      categories: ['work-and-measures'],
      purpose: 'referral',
      giver: 'youth',
      formVersion: '1',
      how: 'digital',
    });
    const referral = await ot.tell(youthId, 'refer-to-nav', {
      toUnit: 'nav-5006',
      reason: 'needs-measure',
      categories: ['work-and-measures'],
      basis: { consentId: consent.reference },
      wantedHelp: 'guidance',
      message: 'Se vedlagte ønsker.',
    });
    const { body } = await nav.get<Timeline>(`/api/youths/${youthId}/timeline?after=${referral.position}`);
    expect(body.entries[0]).toMatchObject({ type: 'ReferredToNav', data: { message: 'Se vedlagte ønsker.' } });
    expect(JSON.stringify(body)).not.toContain('fortrolig');
    expect(body.entries.map(({ type }) => type)).not.toContain('GuidanceTalkHeld');
  });

  it('has exactly one answer', async () => {
    const { ot, nav } = county;
    const youthId = await enrolledYouth(county);
    const consent = await ot.tell(youthId, 'give-consent', {
      from: 'OT',
      to: 'NAV',
      categories: ['follow-up'],
      purpose: 'referral',
      giver: 'youth',
      formVersion: '1',
      how: 'written',
    });
    const referral = await ot.tell(youthId, 'refer-to-nav', {
      toUnit: 'nav-5006',
      reason: 'needs-measure',
      categories: ['follow-up'],
      basis: { consentId: consent.reference },
      wantedHelp: 'guidance',
    });
    const answers = await Promise.all([
      nav.post<Refused>(`/api/youths/${youthId}/accept-referral`, { referralId: referral.reference }),
      nav.post<Refused>(`/api/youths/${youthId}/return-referral`, { referralId: referral.reference, reason: 'other' }),
      nav.post<Refused>(`/api/youths/${youthId}/accept-referral`, { referralId: referral.reference }),
    ]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '422', '422']);
    expect(answers.filter(({ status }) => status === 422).map(({ body }) => body.code)).toEqual(['REFERRAL_NOT_OPEN', 'REFERRAL_NOT_OPEN']);
  });
});
