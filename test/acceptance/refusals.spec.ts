import { randomUUID } from 'node:crypto';
import { type County, enrolledYouth, foundCounty, nameFixed } from './county.js';
import { RunningHub, type Written } from './running-hub.js';

const refusal = {
  type: '/problems/rule',
  status: 422,
  rule: expect.stringMatching(/^R\d+$/) as string,
  code: expect.stringMatching(/^[A-Z_0-9]+$/) as string,
  source: expect.any(String) as string,
  remedy: expect.any(String) as string,
  detail: expect.any(String) as string,
};

describe('what the hub refuses, and how it says so', () => {
  let hub: RunningHub;
  let county: County;
  let youthId: string;

  beforeAll(async () => {
    hub = await RunningHub.start();
    county = await foundCounty(hub);
    await nameFixed(county, 'nav');
    youthId = await enrolledYouth(county);
  });
  afterAll(() => hub.remove());

  /** From the stream itself: the card may not have come that far. */
  const lastRevision = async (): Promise<number | undefined> =>
    (await county.ot.get<{ readonly entries: readonly { readonly revision: number }[] }>(`/api/youths/${youthId}/timeline`)).body.entries[0]
      ?.revision;

  it('refuses another agency’s command, and says whose it is', async () => {
    const { body } = await county.ot.post(`/api/youths/${youthId}/register-with-nav`, { kind: 'follow-up' });
    expect(body).toMatchObject({
      ...refusal,
      rule: 'R51',
      code: 'AGENCY_MAY_NOT_APPEND',
      remedy: expect.stringContaining('NAV') as string,
    });
  });

  it('refuses to name somebody for another agency’s role', async () => {
    const { body } = await county.ot.post(`/api/youths/${youthId}/assign-contact-person`, {
      role: 'NAV',
      personId: 'nav-ole',
      unit: 'nav-5006',
      name: 'Ole Demo-Sandvik',
    });
    expect(body).toMatchObject({ ...refusal, rule: 'R19', code: 'NOT_YOUR_ROLE' });
  });

  it('refuses “not reached” before enough has been tried, and says how much', async () => {
    const before = await county.ot.get(`/api/youths/${youthId}/trekant`);
    await county.ot.tell(youthId, 'send-written-information', { template: 'ot-information', channel: 'letter', guardianCopy: false });
    const { body } = await county.ot.post(`/api/youths/${youthId}/declare-not-reached`, {});
    expect(body).toMatchObject({ ...refusal, rule: 'R12', code: 'INSUFFICIENT_CONTACT_ATTEMPTS' });
    expect(before.status).toBe(200);
  });

  it('changes nothing when it refuses', async () => {
    const before = await lastRevision();
    await county.ot.post(`/api/youths/${youthId}/declare-not-reached`, {});
    expect(await lastRevision()).toBe(before);
  });

  it('says of every command whether it is open, and what would open it', async () => {
    const { body } = await county.ot.get<
      Readonly<{ commands: readonly { command: string; open: boolean; rule?: { id: string }; remedy?: string }[] }>
    >(`/api/youths/${youthId}/open-commands`);
    expect(body.commands.find(({ command }) => command === 'RecordContactAttempt')).toMatchObject({ open: true });
    const closed = body.commands.filter(({ open }) => !open);
    expect(closed.length).toBeGreaterThan(10);
    for (const { rule, remedy } of closed) expect([rule?.id, remedy]).toEqual([expect.stringMatching(/^R\d+$/), expect.any(String)]);
  });

  it('answers one who may not see a youth as if there were none', async () => {
    const stranger = await hub.as('nav-ida');
    const hidden = await stranger.get<Readonly<{ traceId: string }>>(`/api/youths/${youthId}/timeline`);
    const absent = await stranger.get<Readonly<{ traceId: string }>>(`/api/youths/${randomUUID()}/timeline`);
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' });
  });

  it('refuses an unknown field and a wrong value, each by its name, without repeating what was sent', async () => {
    const { status, body } = await county.ot.post(`/api/youths/${youthId}/record-contact-attempt`, {
      channel: 'pigeon-of-Ada',
      outcome: 'no-answer',
      mood: 'secret-mood',
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(/channel.*mood|mood.*channel/s);
    expect(JSON.stringify(body)).not.toMatch(/pigeon-of-Ada|secret-mood/);
  });

  it('asks for an Idempotency-Key, and takes the same one twice as one effect', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const attempt = { channel: 'phone', outcome: 'no-answer' };
    const missing = await county.ot.post(`/api/youths/${youthId}/record-contact-attempt`, attempt, { 'idempotency-key': '' });
    expect(missing.status).toBe(400);
    const first = await county.ot.post<Written>(`/api/youths/${youthId}/record-contact-attempt`, attempt, key);
    await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'sms', outcome: 'sent', template: 'ot-contact' });
    const again = await county.ot.post<Written>(`/api/youths/${youthId}/record-contact-attempt`, attempt, key);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    const other = await county.ot.post(`/api/youths/${youthId}/record-contact-attempt`, { ...attempt, outcome: 'message-left' }, key);
    expect(other.body).toMatchObject({ status: 422, type: '/problems/key-reused' });
  });

  it('refuses a command on a revision that has passed', async () => {
    const { etag } = await county.ot.get(`/api/youths/${youthId}/trekant`);
    const written = await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    const stale = await county.ot.post(
      `/api/youths/${youthId}/record-contact-attempt`,
      { channel: 'phone', outcome: 'no-answer' },
      { 'if-match': etag ?? '' },
    );
    expect(stale.body).toMatchObject({ status: 412, revision: written.revision });
    const fresh = await county.ot.post(
      `/api/youths/${youthId}/record-contact-attempt`,
      { channel: 'phone', outcome: 'no-answer' },
      { 'if-match': `"r${written.revision}"` },
    );
    expect(fresh.status).toBe(201);
  });

  it('tries a command without effect in a dry run', async () => {
    const before = await lastRevision();
    const dry = await county.ot.post(`/api/youths/${youthId}/record-contact-attempt?dryRun=true`, {
      channel: 'phone',
      outcome: 'no-answer',
    });
    expect(dry).toMatchObject({ status: 200, body: { events: [{ type: 'ContactAttempted' }] } });
    const refused = await county.ot.post(`/api/youths/${youthId}/declare-not-reached?dryRun=true`, {});
    expect(refused.body).toMatchObject(refusal);
    expect(await lastRevision()).toBe(before);
  });

  it('lets nobody in without a token, or with one that was altered', async () => {
    const bare = await hub.request<Readonly<{ title: string }>>('GET', '/api/worklist');
    const altered = await hub.request('GET', '/api/worklist', { headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' } });
    expect([bare.status, altered.status]).toEqual([401, 401]);
  });

  it('tells afterwards who did, and who saw, what and when', async () => {
    await county.nav.get(`/api/youths/${youthId}/timeline`);
    const { body } = await county.auditor.get<
      Readonly<{
        acts: readonly { type: string; by: { personId: string } }[];
        readings: readonly { personId: string; what: string; policy: string }[];
      }>
    >(`/api/youths/${youthId}/audit`);
    expect(body.acts.at(-1)).toMatchObject({ type: 'YouthStreamOpened', by: { personId: 'ot-kari' } });
    expect(body.readings).toContainEqual(
      expect.objectContaining({ personId: 'nav-ole', what: 'timeline', policy: 'fixed-contact-person' }),
    );
    expect((await county.auditor.get(`/api/youths/${youthId}/timeline`)).status).toBe(404);
    const own = await county.ot.get<Readonly<{ acts: readonly unknown[] }>>('/api/audit/actors/ot-kari');
    expect(own.body.acts.length).toBeGreaterThan(0);
    expect((await county.nav.get('/api/audit/actors/ot-kari')).status).toBe(404);
  });

  it('refuses a report for a day before Udir had status codes, and gives it from the first day', async () => {
    const before = await county.ot.get('/api/reports/status?county=50&asOf=2011-09-14');
    const from = await county.ot.get('/api/reports/status?county=50&asOf=2011-09-15');
    expect([before.status, from.status]).toEqual([400, 200]);
    expect(before.body).toMatchObject({ type: '/problems/query', remedy: expect.any(String) as string });
  });

  it('finds a youth by identity number, in the body, only for those who may see it', async () => {
    const number = { identityNumber: '00000000000' };
    expect((await county.ot.post<Readonly<{ youths: readonly unknown[] }>>('/api/youths/search', number)).body.youths).toEqual([]);
  });
});
