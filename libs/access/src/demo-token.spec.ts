import { randomBytes } from 'node:crypto';
import { DemoTokens } from './demo-token.js';
import type { Principal } from './policies.js';

const kari: Principal = { id: 'ot-kari', name: 'Kari Demo-Moen', agency: 'OT', unit: 'ot-50-steinkjer', role: 'adviser', county: '50' };

describe('the demo tokens', () => {
  it('tell who they were issued for, the second time too', async () => {
    const tokens = new DemoTokens(randomBytes(32));
    const token = await tokens.issue(kari);
    expect(await tokens.principalOf(token)).toEqual(kari);
    expect(await tokens.principalOf(token)).toEqual(kari);
  });

  it('are nobody’s under another key', async () => {
    const token = await new DemoTokens(randomBytes(32)).issue(kari);
    expect(await new DemoTokens(randomBytes(32)).principalOf(token)).toBeUndefined();
  });

  it('are nobody’s when they were altered', async () => {
    const tokens = new DemoTokens(randomBytes(32));
    const [header, , signature] = (await tokens.issue(kari)).split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'ot-leder', iss: 'samspor-demo', aud: 'samspor' })).toString('base64url');
    expect(await tokens.principalOf(`${header}.${claims}.${signature}`)).toBeUndefined();
    expect(await tokens.principalOf('no token')).toBeUndefined();
  });
});
