import { hash } from 'node:crypto';

const idBytes = 16;
const variants = '89ab';

/** The UUID (v5) that follows from another and a name: always the same for the same two. */
export const childId = (id: string, name: string): string => {
  const bytes = Buffer.allocUnsafe(idBytes + Buffer.byteLength(name));
  bytes.write(`${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}`, 'hex');
  bytes.write(name, idBytes);
  const hex = hash('sha1', bytes, 'hex');
  const variant = variants.charAt(Number.parseInt(hex.charAt(16), 16) & 0x3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
