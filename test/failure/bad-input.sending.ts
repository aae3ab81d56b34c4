import { randomUUID } from 'node:crypto';
import { type County, enrolledYouth, foundCounty } from '../acceptance/county.js';
import { RunningHub } from '../acceptance/running-hub.js';

/** What was refused, and how. */
export interface Refusal {
  readonly status: number;
  readonly mediaType: string | null;
  readonly problem: Readonly<Record<string, unknown>>;
}

/** How much the hub has stored: the stream's last revision, and the commands that it has taken. */
export interface Stored {
  readonly revision: number;
  readonly commands: number;
}

/** A hub with one youth, to which a test sends what nobody should. */
export class BadInput {
  private constructor(
    readonly hub: RunningHub,
    readonly county: County,
    readonly youthId: string,
    readonly token: string,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<BadInput> {
    const hub = await RunningHub.start(undefined, settings);
    const county = await foundCounty(hub);
    const { body } = await hub.request<{ readonly token: string }>('POST', '/api/demo/token', { body: { person: 'ot-kari' } });
    return new BadInput(hub, county, await enrolledYouth(county), body.token);
  }

  get attempts(): string {
    return `/api/youths/${this.youthId}/record-contact-attempt`;
  }

  headers(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
    return {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...more,
    };
  }

  /** Sends bytes as they are. */
  async send(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Refusal> {
    const response = await fetch(`${this.hub.address}${path}`, {
      method,
      headers: this.headers(more),
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return { status: response.status, mediaType: response.headers.get('content-type'), problem: JSON.parse(text) as Refusal['problem'] };
  }

  async stored(): Promise<Stored> {
    while (!(await this.areViewsUpToDate()));
    const { body } = await this.county.ot.get<{ readonly revision: number }>(`/api/youths/${this.youthId}/trekant`);
    const metrics = await this.hub.request<{ readonly text: string }>('GET', '/metrics');
    const counts = metrics.body.text.matchAll(/^samspor_commands_total\{.*outcome="stored".*\} (\d+)$/gm);
    return { revision: body.revision, commands: [...counts].reduce((sum, [, count]) => sum + Number(count), 0) };
  }

  private async areViewsUpToDate(): Promise<boolean> {
    const { body } = await this.hub.request<{ readonly views: readonly { readonly lag: number }[] }>('GET', '/ready');
    return body.views.every(({ lag }) => lag === 0);
  }
}
