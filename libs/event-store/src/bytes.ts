/** Bytes as text, a byte a character. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The bytes of such a text. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
