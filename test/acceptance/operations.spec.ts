import { spawnSync } from 'node:child_process';
import { temporaryDirectory } from '@samspor/sqlite/testing';
import { type County, enrolledYouth, foundCounty } from './county.js';
import { RunningHub, main } from './running-hub.js';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: unknown; readonly operationId?: string; readonly responses: object }>>>
  >;
}

describe('a hub that runs', () => {
  let hub: RunningHub;
  let county: County;

  beforeAll(async () => {
    hub = await RunningHub.start();
    county = await foundCounty(hub);
  });
  afterAll(() => hub.remove());

  it('is live and ready, and counts without naming anybody', async () => {
    const youthId = await enrolledYouth(county);
    expect((await hub.request('GET', '/live')).status).toBe(200);
    expect((await hub.request('GET', '/ready')).status).toBe(200);
    const { body } = await hub.request<{ readonly text: string }>('GET', '/metrics');
    expect(body.text).toContain('samspor_view_lag_events{view="trekant"}');
    expect(body.text).toContain('route="/api/youths"');
    expect(body.text).not.toContain(youthId);
  });

  it('describes itself in OpenAPI 3.1, every command with a body, an id and its refusals', async () => {
    const { body } = await hub.request<OpenApi>('GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const commands = Object.entries(body.paths).filter(([path]) => /^\/api\/(youths|agreements)\/\{\w+\}\/[a-z-]+$/.test(path));
    const posts = commands.filter(([, methods]) => methods['post'] !== undefined);
    expect(posts.length).toBeGreaterThan(60);
    for (const [, { post }] of posts) expect(post?.requestBody).toBeDefined();
    expect(body.paths['/api/youths/{youthId}/record-contact-attempt']?.['post']?.responses).toHaveProperty('422');
  });

  it('shows a start page and an API reference that ask nothing from outside', async () => {
    const { status, body } = await hub.request<{ readonly text: string }>('GET', '/');
    expect(status).toBe(200);
    expect(body.text).toContain('ot-kari');
    const reference = await hub.request<{ readonly text: string }>('GET', '/api/reference');
    expect(reference.status).toBe(200);
    expect(`${body.text}${reference.body.text}`).not.toMatch(/(src|href)="https?:/);
  });

  it('tells over the feed that something changed, and nothing else', async () => {
    const token = await hub.request<{ readonly token: string }>('POST', '/api/demo/token', { body: { person: 'ot-kari' } });
    const stopping = new AbortController();
    const feed = await fetch(`${hub.address}/api/feed`, {
      headers: { authorization: `Bearer ${token.body.token}` },
      signal: stopping.signal,
    });
    const youthId = await enrolledYouth(county);
    const { position } = await county.ot.tell(youthId, 'record-contact-attempt', { channel: 'phone', outcome: 'no-answer' });
    const decoder = new TextDecoder();
    let heard = '';
    for await (const bytes of feed.body ?? []) {
      heard += decoder.decode(bytes as Uint8Array, { stream: true });
      if (heard.includes(`{"position":"${position}"}`)) break;
    }
    stopping.abort();
    expect(heard).not.toContain(youthId);
  });

  it('ends, and says what to do, when another program has the port', () => {
    const { path, remove } = temporaryDirectory();
    const { port } = new URL(hub.address);
    const { status, stderr } = spawnSync(process.execPath, [main, '--data', path, '--port', port], { encoding: 'utf8', timeout: 20_000 });
    remove();
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`Port ${port} is taken by another program. Stop it`) });
  });

  it('stops cleanly and keeps what it has acknowledged', async () => {
    const youthId = await enrolledYouth(county);
    expect(await hub.stop()).toBe(0);
    hub = await RunningHub.start(hub.folder);
    const ot = await hub.as('ot-kari');
    expect((await ot.get(`/api/youths/${youthId}/trekant`)).status).toBe(200);
  });
});
