import type { Principal } from '@samspor/access';
import type { YouthCase } from '@samspor/casework';
import type { PermittedRequest } from './auth/access.guard.js';

/** Somebody whom a policy has let in to one youth. */
export interface Reader {
  readonly principal: Principal;
  readonly youth: YouthCase;
  /** The policy, for the read log. */
  readonly policy: string;
}

/** The reader of a request that the guard has let through. */
export const readerOf = ({ user, permit }: PermittedRequest): Reader => {
  if (permit === undefined) throw new Error('A route about a youth was reached without a permit');
  return { principal: user, ...permit };
};
