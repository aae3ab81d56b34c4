import { uuidV5 } from '@samspor/event-store';

const bytesOf = (id: string): Uint8Array =>
  Buffer.from(`${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}`, 'hex');

/** The UUID (v5) that follows from another and a name: always the same for the same two. */
export const childId = (id: string, name: string): string => uuidV5(bytesOf(id), name);
