import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hub, type Telling, loadTerms, projectFile, settingsFrom, upcastEvent } from '@samspor/casework';
import { type Actor, type Agency, Rejected, type YouthCommand, syntheticIdentityNumber } from '@samspor/domain';
import { toRecorded } from '@samspor/event-store';
import { type RecordedEvent, type TrekantDocument, trekantView } from '@samspor/projections';
import type { Outcome } from './model.rules.js';

const today = '2026-11-20';
const noon = (): Date => new Date(`${today}T11:00:00Z`);

const of = (agency: Agency, unit: string, county?: string): Actor => ({
  id: `${agency.toLowerCase()}-${unit}`,
  name: `Demo ${agency}`,
  agency,
  unit,
  role: 'adviser',
  ...(county !== undefined && { county }),
});

const people: Readonly<Partial<Record<Agency, Actor>>> = {
  OT: of('OT', 'ot-50-steinkjer', '50'),
  NAV: of('NAV', 'nav-5006'),
  KOM: of('KOM', 'kom-5006'),
  PPT: of('PPT', 'ppt-50'),
  BV: of('BV', 'bv-5006'),
  SCH: of('SCH', 'sch-50', '50'),
};
const otOf2015 = of('OT', 'ot-17-steinkjer', '17');

interface Accepted {
  readonly youthId: string;
  readonly command: YouthCommand;
  readonly telling: Telling;
  readonly position: bigint | undefined;
}

/** The real hub on real stores in a folder, closed and opened at will. */
export class HubUnderTest {
  /** Consent of each youth to share with NAV. */
  readonly consents = new Map<string, string>();
  private last: Accepted | undefined;

  private constructor(
    private hub: Hub,
    private readonly folder: string,
  ) {}

  static async open(): Promise<HubUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'samspor-model-'));
    return new HubUnderTest(await opened(folder), folder);
  }

  async restart(): Promise<void> {
    await this.hub.close();
    this.hub = await opened(this.folder);
  }

  async remove(): Promise<void> {
    await this.hub.close();
    await rm(this.folder, { recursive: true });
  }

  /** Who acts for an agency; for a youth of 2015, whose OT was another county's. */
  actor(agency: Agency, long = false): Actor {
    const person = long && agency === 'OT' ? otOf2015 : people[agency];
    if (person === undefined) throw new Error(`nobody acts for ${agency}`);
    return person;
  }

  /** Signs the county's agreement and names who is always in the trekant. */
  async signAgreement(): Promise<void> {
    const terms = loadTerms(projectFile('deploy/terms')).get('trondelag-2024.1');
    if (terms === undefined) throw new Error('the terms of 2024 are gone');
    const id = randomUUID();
    const parties = ['OT', 'NAV', 'KOM', 'PPT', 'BV', 'SCH'] as const;
    const data = { county: '50', parties, level: 'operational', from: '2024-08-01', to: '2028-12-31', terms } as const;
    await this.hub.agreements.tell(id, { type: 'SignAgreement', data }, tellingOf(of('ADM', 'avtale-50', '50')));
    for (const role of ['OT', 'NAV', 'KOM'] as const) {
      const actor = this.actor(role);
      const named = { municipality: '5006', role, personId: actor.id, unit: actor.unit, name: actor.name };
      await this.hub.agreements.tell(id, { type: 'NameFixedContactPerson', data: named }, tellingOf(actor));
    }
  }

  /** A youth enrolled on the day, who consents to sharing with NAV when it is today. */
  async enrol(born: number, long: boolean): Promise<string> {
    const birthDate = long ? '1996-05-20' : '2006-05-20';
    const actor = this.actor('OT', long);
    const data = {
      identityNumber: syntheticIdentityNumber(birthDate, born) ?? '',
      name: `Demo-${born}`,
      birthDate,
      municipality: long ? '1702' : '5006',
      enrolment: { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' },
      ...(long && { on: '2014-09-01' }),
    } as const;
    const { youthId } = await this.hub.youths.register({ type: 'RegisterYouth', data }, tellingOf(actor));
    if (long) return youthId;
    const scope = { from: 'OT', to: 'NAV', categories: ['follow-up'], purpose: 'referral', giver: 'youth' } as const;
    const consent = tellingOf(actor);
    await this.hub.youths.tell(youthId, { type: 'GiveConsent', data: { ...scope, formVersion: '1', how: 'digital' } }, consent);
    this.consents.set(youthId, consent.newId);
    return youthId;
  }

  /** Tells a command and says what came of it, in the words of the model. */
  async tell(youthId: string, command: YouthCommand, actor: Actor, newId?: string): Promise<Outcome> {
    const telling = tellingOf(actor, newId);
    try {
      const { events, position } = await this.hub.youths.tell(youthId, command, telling);
      if (events.length > 0) this.last = { youthId, command, telling, position };
      return { types: events.map(({ type }) => type) };
    } catch (error) {
      if (error instanceof Rejected) return { refused: error.rule.code };
      throw error;
    }
  }

  /** Tells the last accepted command again, under its own id; says whether it was known and stands where it stood. */
  async repeat(): Promise<boolean> {
    if (this.last === undefined) return true;
    const { youthId, command, telling, position } = this.last;
    const told = await this.hub.youths.tell(youthId, command, telling);
    return told.repeated && told.position === position;
  }

  async eventsOf(youthId: string): Promise<readonly RecordedEvent[]> {
    return (await this.hub.events.read(`youth-${youthId}`)).map((stored) => toRecorded(stored, upcastEvent) as RecordedEvent);
  }

  /** What the view shows when it has seen everything. */
  async trekantOf(youthId: string): Promise<TrekantDocument | undefined> {
    const head = await this.hub.events.head();
    if (head !== undefined && !(await this.hub.seen(head, 30_000))) throw new Error('the views do not follow');
    return this.hub.views.get(trekantView, youthId);
  }
}

const opened = async (folder: string): Promise<Hub> => {
  const hub = await Hub.open(settingsFrom({}, folder), noon);
  await hub.projector.start();
  return hub;
};

const tellingOf = (actor: Actor, newId: string = randomUUID()): Telling => {
  const commandId = randomUUID();
  return { actor, commandId, correlationId: commandId, fingerprint: commandId, newId, today };
};
