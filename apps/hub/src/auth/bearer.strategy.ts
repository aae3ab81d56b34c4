import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Principal } from '@samspor/access';
import { Hub } from '@samspor/casework';
import { Strategy } from 'passport';
import { TokenVerifier } from './token-verifier.js';

interface IncomingRequest {
  readonly headers: { readonly authorization?: string };
}

type Verified = (error: unknown, principal?: Principal) => void;

/** Passport's part: takes the bearer token out of the request; who it is, TokenVerifier says. */
class BearerTokenStrategy extends Strategy {
  override readonly name = 'bearer';

  constructor(private readonly verify: (token: string, verified: Verified) => void) {
    super();
  }

  override authenticate(request: IncomingRequest): void {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) return this.fail('Bearer', 401);
    this.verify(token, (error, principal) => {
      if (error) return this.error(error);
      if (principal) return this.success(principal);
      this.fail('Bearer error="invalid_token"', 401);
    });
  }
}

@Injectable()
export class BearerStrategy extends PassportStrategy(BearerTokenStrategy, 'bearer') {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly hub: Hub,
  ) {
    super();
  }

  /** Whose token the request brings, if it has been checked before: Passport need not be asked again. */
  known({ headers: { authorization = '' } }: IncomingRequest): Principal | undefined {
    if (this.hub.settings.production || !authorization.startsWith('Bearer ')) return undefined;
    return this.verifier.known(authorization.slice('Bearer '.length));
  }

  /** Production knows no demo people, so that nobody gets in until an identity provider is connected. */
  async validate(token: string): Promise<Principal | undefined> {
    return this.hub.settings.production ? undefined : this.verifier.principalOf(token);
  }
}
