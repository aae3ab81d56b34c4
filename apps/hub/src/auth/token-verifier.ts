import { Injectable } from '@nestjs/common';
import { DemoTokens } from '@samspor/access';

/** The demo's tokens, for injection. */
@Injectable()
export class TokenVerifier extends DemoTokens {}
