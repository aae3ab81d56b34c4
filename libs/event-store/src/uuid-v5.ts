import { hash } from 'node:crypto';

const variants = '89ab';

/** The UUID (v5, RFC 9562 § 5.5) of a name in a namespace of 16 bytes: always the same for the same two. */
export const uuidV5 = (namespace: Uint8Array, name: string): string => {
  const bytes = Buffer.allocUnsafe(namespace.length + Buffer.byteLength(name));
  bytes.set(namespace);
  bytes.write(name, namespace.length);
  const hex = hash('sha1', bytes, 'hex');
  const variant = variants.charAt(Number.parseInt(hex.charAt(16), 16) & 0x3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
