import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

// Asking for 12 random bytes costs as much as asking for 12 KiB.
const pool = Buffer.alloc(1024 * ivBytes);
let used = pool.length;

/** 12 random bytes, never given twice; a view that holds until the next call. */
function nextIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += ivBytes));
}

/** The parts in bytes, each after its length, so that no two lists of parts give the same bytes. */
export const lengthPrefixed = (...parts: readonly (string | number)[]): Buffer =>
  Buffer.from(parts.map((part) => `${String(Buffer.byteLength(String(part)))}:${String(part)}`).join(''));

/** How many bytes encrypting adds. */
export const boxOverhead = ivBytes + tagBytes;

/** AES-256-GCM under a fresh random iv: the head as it is, iv, tag, ciphertext. Opens only with the same additional data. */
export function encrypt(key: Uint8Array, additional: Uint8Array, plain: Uint8Array, ...head: readonly Uint8Array[]): Buffer {
  const iv = nextIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(additional);
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([...head, iv, cipher.getAuthTag(), body]);
}

/** What `encrypt` was given, from the bytes after its head; undefined if anything differs. */
export function decrypt(key: Uint8Array, additional: Uint8Array, box: Uint8Array): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(additional);
  decipher.setAuthTag(box.subarray(ivBytes, boxOverhead));
  const plain = decipher.update(box.subarray(boxOverhead));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
