import { SetMetadata } from '@nestjs/common';

/**
 * What a route asks of its caller: `public` nothing · `signed-in` a token, the answer itself is cut to the caller · `youth` a
 * permit for the youth in the address · `youth-audit` the same, or being an auditor · `report` a permit for the county asked about.
 */
export type AccessKind = 'public' | 'signed-in' | 'youth' | 'youth-audit' | 'report';

export const ACCESS = 'samspor:access';

/** Declares the access policy of a route or controller. A route without one stops the boot. */
export const Access = (kind: AccessKind) => SetMetadata(ACCESS, kind);
