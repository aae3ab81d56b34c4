import { createHash, createHmac } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { IdentityIndex, Sealer, SqliteKeyStore, fingerprintBy, openWrappingKey } from '@samspor/privacy';
import { temporaryDirectory, type TemporaryDirectory } from '@samspor/sqlite/testing';
import { SqliteEventStore } from './adapters/sqlite.event-store.js';
import { aRequest, close, open, toyStreams } from './testing/toy-case.js';

const stream = 'youth-7b0c';
const secretNote = 'CANARY-Solveig-Åsnes-ringte-fra-Verdal';
const clearChannel = 'CANARY-in-clear';
// Synthetic: month + 80.
const identityNumber = '13861299919';

/** The ways in which a text could stand in a file. */
const formsOf = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
  Buffer.from(Buffer.from(text).toString('hex')),
  // From any of three offsets, since base64 packs three bytes at a time.
  ...[0, 1, 2].map((skipped) => Buffer.from(Buffer.from(text).subarray(skipped).toString('base64').slice(0, -4))),
];

const filesWith = (directory: string, forms: readonly Buffer[]): readonly string[] =>
  readdirSync(directory).filter((name) => forms.some((form) => readFileSync(`${directory}/${name}`).includes(form)));

describe('what lies on disk after a scenario', () => {
  let directory: TemporaryDirectory;

  beforeEach(() => {
    directory = temporaryDirectory();
  });

  afterEach(() => directory.remove());

  const aHub = async () => {
    const keys = await SqliteKeyStore.open(directory.file('keys.db'));
    const wrappingKey = await openWrappingKey(directory.file('wrapping.key'), keys);
    const store = await SqliteEventStore.open({ directory: directory.path });
    const sealer = new Sealer(keys, wrappingKey);
    const end = async (): Promise<void> => {
      await store.close();
      await keys.close();
    };
    return { store, sealer, wrappingKey, identities: new IdentityIndex(keys, wrappingKey), streams: toyStreams(store, { sealer }), end };
  };

  const live = async ({ streams, identities, wrappingKey }: Awaited<ReturnType<typeof aHub>>): Promise<void> => {
    const fingerprint = fingerprintBy(wrappingKey)(secretNote);
    const note = { type: 'Note', data: { channel: clearChannel, note: secretNote } } as const;
    await identities.claim(identityNumber);
    await streams.tell(aRequest(stream, open));
    await streams.tell(aRequest(stream, note, { fingerprint }));
    await streams.consider(aRequest(stream, note));
    await streams.tell(aRequest(stream, { ...note, data: { ...note.data, times: 5 } }, { fingerprint }));
    await streams.tell(aRequest(stream, close));
  };

  it('holds no personal field in any form, while it runs and after it ended', async () => {
    const hub = await aHub();
    await live(hub);
    expect(filesWith(directory.path, formsOf(secretNote))).toEqual([]);
    expect(filesWith(directory.path, formsOf(clearChannel))).toEqual(expect.arrayContaining([expect.stringContaining('events.sqlite')]));
    await hub.end();
    expect(filesWith(directory.path, formsOf(secretNote))).toEqual([]);
    expect(filesWith(directory.path, formsOf(clearChannel))).toEqual(['events.sqlite']);
  });

  it('holds no identity number, nor a hash of one that can be made without the key', async () => {
    const hub = await aHub();
    await live(hub);
    await hub.end();
    const guesses = [createHash('sha256'), createHash('sha1'), createHmac('sha256', '')].map((hash) =>
      hash.update(identityNumber).digest(),
    );
    const forms = guesses.flatMap((guess) => [guess, Buffer.from(guess.toString('hex')), Buffer.from(guess.toString('base64url'))]);
    expect(filesWith(directory.path, [...formsOf(identityNumber), ...forms])).toEqual([]);
  });

  it('holds the wrapping key in its own file only', async () => {
    const hub = await aHub();
    await live(hub);
    await hub.end();
    const text = readFileSync(directory.file('wrapping.key'), 'utf8').split('\n')[1] ?? '';
    expect(filesWith(directory.path, [Buffer.from(text), Buffer.from(text, 'base64url')])).toEqual(['wrapping.key']);
    expect(filesWith(directory.path, [hub.wrappingKey.derive('key-wrapping'), hub.wrappingKey.derive('identity-index')])).toEqual([]);
  });

  it('opens again after a restart', async () => {
    const first = await aHub();
    await live(first);
    await first.end();
    const second = await aHub();
    const [, noted] = await second.store.read(stream);
    const place = { subject: stream, owner: 'NAV', stream, revision: 1, eventId: noted?.id ?? '', type: 'Noted' };
    const sealed = noted?.sealed ?? new Uint8Array();
    expect(await second.sealer.open(place, sealed)).toEqual({ note: secretNote });
    await second.end();
  });
});
