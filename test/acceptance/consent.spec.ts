import { type County, enrolledYouth, foundCounty, nameFixed } from './county.js';
import { RunningHub } from './running-hub.js';

interface Timeline {
  readonly entries: readonly { readonly type: string }[];
}

const scope = { from: 'OT', to: 'NAV', categories: ['follow-up'], purpose: 'coordinate-follow-up', giver: 'youth' };

describe('a consent, from given to withdrawn', () => {
  let hub: RunningHub;
  let county: County;
  let youthId: string;
  let consentId: string;

  const navSees = async (): Promise<readonly string[]> =>
    (await county.nav.get<Timeline>(`/api/youths/${youthId}/timeline`)).body.entries.map(({ type }) => type);

  beforeAll(async () => {
    hub = await RunningHub.start();
    county = await foundCounty(hub);
    await nameFixed(county, 'nav');
    youthId = await enrolledYouth(county);
    await county.ot.tell(youthId, 'record-contact-established', { channel: 'phone', with: 'youth' });
    await county.ot.tell(youthId, 'record-guidance-talk', { topics: ['work-practice'], summary: 'Vil prøve butikk.' });
  });
  afterAll(() => hub.remove());

  it('is needed before anything is shared', async () => {
    const { status, body } = await county.ot.post(`/api/youths/${youthId}/share-information`, {
      to: 'NAV',
      categories: ['follow-up'],
      purpose: 'coordinate-follow-up',
      basis: { consentId: '5f1d7e0a-3a53-5c57-9a55-7f9a2b1c3d4e' },
      content: 'Vil prøve butikk.',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ source: expect.any(String) as string, remedy: expect.any(String) as string });
    expect(await navSees()).not.toContain('GuidanceTalkHeld');
  });

  it('opens for the receiver what it covers', async () => {
    const given = await county.ot.tell(youthId, 'give-consent', { ...scope, formVersion: '1', how: 'digital' });
    consentId = given.reference;
    await county.ot.get(`/api/youths/${youthId}/trekant?after=${given.position}`);
    expect(await navSees()).toContain('GuidanceTalkHeld');
    const shared = await county.ot.tell(youthId, 'share-information', {
      to: 'NAV',
      categories: ['follow-up'],
      purpose: 'coordinate-follow-up',
      basis: { consentId },
      content: 'Vil prøve butikk.',
    });
    expect(shared.events.map(({ type }) => type)).toEqual(['InformationShared']);
  });

  it('does not open what it does not cover', async () => {
    const { body } = await county.ot.post(`/api/youths/${youthId}/share-information`, {
      to: 'NAV',
      categories: ['health'],
      purpose: 'coordinate-follow-up',
      basis: { consentId },
      content: 'Noe annet.',
    });
    expect(body).toMatchObject({ status: 422, rule: 'R23', code: 'OUT_OF_CONSENT_SCOPE' });
  });

  it('ends for every later use when it is withdrawn, and what was sent stays sent', async () => {
    const withdrawn = await county.ot.tell(youthId, 'withdraw-consent', { consentId, by: 'youth' });
    await county.ot.get(`/api/youths/${youthId}/trekant?after=${withdrawn.position}`);
    const seen = await navSees();
    expect(seen).not.toContain('GuidanceTalkHeld');
    expect(seen).toContain('InformationShared');
    const { body } = await county.ot.post(`/api/youths/${youthId}/share-information`, {
      to: 'NAV',
      categories: ['follow-up'],
      purpose: 'coordinate-follow-up',
      basis: { consentId },
      content: 'Mer.',
    });
    expect(body).toMatchObject({ status: 422, rule: 'R24', code: 'CONSENT_NOT_VALID' });
  });
});
