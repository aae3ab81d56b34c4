import { type JWTPayload, SignJWT, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Principal } from './policies.js';

const issuer = 'samspor-demo';
const audience = 'samspor';
const lifetimeSeconds = 12 * 60 * 60;

/** Issues and checks the demo's bearer tokens (HS256 under a key derived from the wrapping key). */
export class DemoTokens {
  private readonly verified = new LRUCache<string, Principal>({ max: 10_000 });

  constructor(private readonly key: Uint8Array) {}

  /** A token for the person, good for twelve hours. */
  issue({ id, ...claims }: Principal): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setSubject(id)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(this.key);
  }

  /** Whose token it is, if it has been checked before and has not run out. */
  known(token: string): Principal | undefined {
    return this.verified.get(token);
  }

  /** Who the token says it is; undefined when it is not ours, altered or run out. */
  async principalOf(token: string): Promise<Principal | undefined> {
    const known = this.known(token);
    if (known) return known;
    try {
      const { payload } = await jwtVerify(token, this.key, { issuer, audience, typ: 'at+jwt', algorithms: ['HS256'] });
      const principal = principalFrom(payload);
      this.verified.set(token, principal, { ttl: Math.max(1, (payload.exp ?? 0) * 1000 - Date.now()) });
      return principal;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}

/** In the order of canonical JSON: it goes into every event that the person leads to. */
const principalFrom = ({ sub, name, agency, unit, role, county }: JWTPayload): Principal =>
  ({ agency, ...(county !== undefined && { county }), id: sub, name, role, unit }) as Principal;
