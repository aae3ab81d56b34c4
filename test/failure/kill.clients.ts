import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { syntheticIdentityNumber } from '@samspor/domain';
import type { Intent, Ledger, Told } from './kill.ledger.js';
import type { Seeded } from './seeded.js';

/** The clients of a test run: what they share, over all lives of the hub. */
export interface Crowd {
  readonly clients: number;
  readonly ledger: Ledger;
  readonly dice: Seeded;
  readonly token: string;
  /** Youths that the hub has acknowledged, each with its last acknowledged position. */
  readonly youths: Map<string, string>;
  registered: number;
}

const numbersPerDay = 400;
const firstBirth = Date.UTC(2006, 0, 1);
const msPerDay = 86_400_000;

/** An identity number that nobody else in this run has, and its date of birth. */
const nextIdentity = (crowd: Crowd): { readonly birthDate: string; readonly identityNumber: string } => {
  for (;;) {
    const n = crowd.registered++;
    const birthDate = new Date(firstBirth + Math.floor(n / numbersPerDay) * msPerDay).toISOString().slice(0, 10);
    const identityNumber = syntheticIdentityNumber(birthDate, n % numbersPerDay);
    if (identityNumber !== undefined) return { birthDate, identityNumber };
  }
};

const registration = (crowd: Crowd): Intent => ({
  key: randomUUID(),
  scope: 'youths',
  path: '/api/youths',
  body: {
    ...nextIdentity(crowd),
    name: `Ada Demo-${crowd.registered}`,
    municipality: '5006',
    enrolment: { reason: 'quit', lowerSecondaryCompleted: true, competence: 'none' },
  },
});

const attempt = (crowd: Crowd, youthId: string): Intent => ({
  key: randomUUID(),
  scope: youthId,
  path: `/api/youths/${youthId}/record-contact-attempt`,
  body: { channel: 'phone', outcome: 'no-answer', ...(crowd.dice.next() < 0.5 && { note: `Prøvde ${crowd.registered} ganger.` }) },
});

/** Sends a command; what comes back has arrived in full. */
const send = async (address: string, token: string, { key, path, body }: Intent): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

/** The hub cannot say now, or its views have not seen the youth yet: send it again later with the same key. */
const later: readonly number[] = [404, 503];
const patienceMs = 20_000;

/** Sends a command until it is answered. */
export const sendAgain = async (address: string, token: string, intent: Intent): Promise<{ status: number; text: string }> => {
  for (const startedAt = performance.now(); ;) {
    const answer = await send(address, token, intent);
    if (!later.includes(answer.status) || performance.now() - startedAt > patienceMs) return answer;
  }
};

/** What fetch throws when the other side is gone; not by instanceof, since it is of another realm. */
const isCutOff = (error: unknown): boolean => typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError';

/** Clients that write and read until the hub is gone. */
export class Load {
  /** Answers that no client may get. */
  readonly surprises: string[] = [];
  #isStopping = false;
  #acked = 0;
  readonly #progress = new EventEmitter();
  readonly #clients: Promise<unknown>;

  constructor(
    private readonly crowd: Crowd,
    private readonly address: string,
  ) {
    this.#clients = Promise.all(Array.from({ length: crowd.clients }, (_, client) => this.#goOn(client)));
  }

  /** Ends when so many commands have been acknowledged. */
  async acked(count: number): Promise<void> {
    while (this.#acked < count) await once(this.#progress, 'ack');
  }

  /** Ends when every client has ended: all at once with the hub, or now. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#clients;
    if (this.surprises.length > 0) throw new Error(`answers that no client may get: ${this.surprises.slice(0, 3).join(' | ')}`);
  }

  async #goOn(client: number): Promise<void> {
    while (!this.#isStopping) {
      const youth = this.crowd.dice.pick([...this.crowd.youths]);
      const chance = this.crowd.dice.next();
      try {
        if (!youth || chance < 0.1) await this.#tell(client, registration(this.crowd));
        else if (chance < 0.2) await this.#look(client, youth);
        else await this.#tell(client, attempt(this.crowd, youth[0]));
      } catch (error) {
        // The hub is gone: what was on its way is an intent without an answer. Anything else, such as half an answer, is no such thing.
        if (!isCutOff(error)) this.surprises.push(String(error));
        return;
      }
    }
  }

  async #tell(client: number, intent: Intent): Promise<void> {
    this.crowd.ledger.intend(client, intent);
    const { status, text } = await send(this.address, this.crowd.token, intent);
    if (later.includes(status)) return;
    if (status !== 201) return void this.surprises.push(`${intent.path} ${status} ${text}`);
    const told = JSON.parse(text) as Told;
    this.crowd.ledger.acknowledge(client, intent.key, told);
    this.crowd.youths.set(told.youthId ?? intent.scope, told.position);
    this.#acked += 1;
    this.#progress.emit('ack');
  }

  async #look(client: number, [youthId, position]: readonly [string, string]): Promise<void> {
    const response = await fetch(`${this.address}/api/youths/${youthId}/timeline?limit=5&after=${position}`, {
      headers: { authorization: `Bearer ${this.crowd.token}` },
    });
    const text = await response.text();
    if (response.status === 200) this.crowd.ledger.receive(client, youthId);
    else if (!later.includes(response.status)) this.surprises.push(`timeline ${response.status} ${text}`);
  }
}
