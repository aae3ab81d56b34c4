import { hash } from 'node:crypto';

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The UUID (v5) that follows from another and a name: always the same for the same two. */
export const childId = (id: string, name: string): string => {
  const hex = hash('sha1', Buffer.concat([bytesOf(id), Buffer.from(name)]), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
