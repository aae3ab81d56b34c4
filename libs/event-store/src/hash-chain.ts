import { hash } from 'node:crypto';
import { bytesOf } from './bytes.js';
import type { NewEvent } from './event-store.js';

/** What the hash of an event covers, besides its place. */
export type HashedEvent = Omit<NewEvent, 'hash'>;

const GENESIS = 0x01;
const RECORD = 0x02;
const ABSENT = 0xffff_ffff;

// Reused from call to call: every hash is computed in one go, without waiting.
let scratch = Buffer.allocUnsafe(64 * 1024);

const makeRoom = (bytes: number): void => {
  if (scratch.length < bytes) scratch = Buffer.allocUnsafe(bytes * 2);
};

const writeText = (text: string, at: number): number => {
  const length = scratch.write(text, at + 4);
  scratch.writeUInt32BE(length, at);
  return at + 4 + length;
};

const writeBytes = (bytes: Uint8Array | undefined, at: number): number => {
  scratch.writeUInt32BE(bytes?.length ?? ABSENT, at);
  if (bytes) scratch.set(bytes, at + 4);
  return at + 4 + (bytes?.length ?? 0);
};

const writeRevision = (revision: number, at: number): number => {
  scratch.writeBigUInt64BE(BigInt(revision), at);
  return at + 8;
};

const roomFor = (stream: string, { id, type, data, metadata, sealed }: HashedEvent): number =>
  128 + 3 * (stream.length + id.length + type.length + data.length + metadata.length) + (sealed?.length ?? 0);

// Asked for as text, which costs less than an ArrayBuffer of its own each time.
const sha256 = (length: number): Uint8Array => bytesOf(hash('sha256', scratch.subarray(0, length), 'binary'));

/** What the first event of a stream follows: SHA-256 over 0x01 and the stream's name. */
export const genesisHash = (stream: string): Uint8Array => {
  makeRoom(1 + 3 * stream.length);
  scratch[0] = GENESIS;
  return sha256(1 + scratch.write(stream, 1));
};

/**
 * The hash that chains an event to the one before it in its stream (`undefined`: it is the first): SHA-256 over 0x02, the previous
 * hash, and stream, revision, id, type, data, metadata and sealed part as they are stored. The revision is 8 bytes; each of the others
 * has its length in 4 bytes before it (big-endian, 0xffffffff for no sealed part), texts in UTF-8.
 */
export const recordHash = (previous: Uint8Array | undefined, stream: string, revision: number, event: HashedEvent): Uint8Array => {
  const before = previous ?? genesisHash(stream);
  makeRoom(roomFor(stream, event));
  scratch[0] = RECORD;
  scratch.set(before, 1);
  let at = writeText(stream, 1 + before.length);
  at = writeRevision(revision, at);
  at = writeText(event.id, at);
  at = writeText(event.type, at);
  at = writeText(event.data, at);
  at = writeText(event.metadata, at);
  at = writeBytes(event.sealed, at);
  return sha256(at);
};
