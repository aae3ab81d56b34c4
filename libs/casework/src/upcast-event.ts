import { upcast, upcasters } from '@samspor/domain';
import type { Upcast } from '@samspor/event-store';

/** Reads events of every version in the shape of today. */
export const upcastEvent: Upcast = (type, schemaVersion, data) =>
  upcast(upcasters, type, schemaVersion, data as Readonly<Record<string, unknown>>);
