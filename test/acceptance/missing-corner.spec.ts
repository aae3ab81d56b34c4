import { type County, enrolledYouth, foundCounty, nameFixed } from './county.js';
import { RunningHub } from './running-hub.js';

interface Trekant {
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly corners: readonly { readonly role: string; readonly source: string; readonly person?: { readonly name?: string } }[];
}

describe('the missing corner of a trekant', () => {
  let hub: RunningHub;
  let county: County;
  let youthId: string;

  beforeAll(async () => {
    hub = await RunningHub.start();
    county = await foundCounty(hub);
    await nameFixed(county, 'ot');
    await nameFixed(county, 'nav');
    youthId = await enrolledYouth(county);
  });
  afterAll(() => hub.remove());

  it('is found: nobody answers for the municipality', async () => {
    const { body } = await county.ot.get<Trekant>(`/api/youths/${youthId}/trekant`);
    expect(body).toMatchObject({ complete: false, missing: ['KOM'] });
    expect(body.corners.map(({ role, source }) => `${role} ${source}`)).toEqual(['OT municipality', 'NAV municipality', 'KOM vacant']);
    const { body: contacts } = await county.ot.get<Readonly<{ missing: readonly string[] }>>('/api/municipalities/5006/contacts');
    expect(contacts.missing).toEqual(['KOM']);
  });

  it('hides the youth from a municipal contact person who is not named', async () => {
    const { status } = await county.kom.get(`/api/youths/${youthId}/trekant`);
    expect(status).toBe(404);
  });

  it('is filled for every youth of the municipality when it names a fixed contact person', async () => {
    const named = await nameFixed(county, 'kom');
    const { body } = await county.ot.get<Trekant>(`/api/youths/${youthId}/trekant?after=${named.position}`);
    expect(body).toMatchObject({ complete: true, missing: [] });
    expect(body.corners[2]).toMatchObject({ role: 'KOM', source: 'municipality', person: { name: 'Anne Demo-Lian' } });
  });

  it('lets the municipal contact person see the coordinated picture of the municipality', async () => {
    const { status, body } =
      await county.kom.get<Readonly<{ youths: readonly { youthId: string; missing: readonly string[] }[] }>>(
        '/api/municipalities/5006/overview',
      );
    expect(status).toBe(200);
    expect(body.youths).toEqual([expect.objectContaining({ youthId, missing: [] })]);
  });

  it('is shown to the agency that has it on its list', async () => {
    const assigned = await county.nav.tell(youthId, 'assign-contact-person', {
      role: 'NAV',
      personId: 'nav-ole',
      unit: 'nav-5006',
      name: 'Ole Demo-Sandvik',
    });
    const { body } = await county.nav.get<Readonly<{ youths: readonly { youthId: string; name?: string }[] }>>(
      `/api/worklist?after=${assigned.position}`,
    );
    expect(body.youths.map(({ youthId: id }) => id)).toContain(youthId);
    const { body: trekant } = await county.ot.get<Trekant>(`/api/youths/${youthId}/trekant?after=${assigned.position}`);
    expect(trekant.corners[1]).toMatchObject({ role: 'NAV', source: 'named' });
  });
});
