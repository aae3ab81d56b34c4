import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRecorder } from './power.recording.js';
import { type Outcome, cutPower, deedsIn, hastyAcks, recordLives } from './power.run.js';
import { writeResult } from './results-page.js';
import { Seeded, seedFrom } from './seeded.js';

const asked = process.env['POWER_IMAGES'];
const wanted = Number(asked ?? 1_000);
const imagesOfRecording = 500;
const seed = seedFrom(process.env['POWER_SEED']);
const folder = mkdtempSync(join(tmpdir(), 'samspor-recorder-'));
const recorder = compileRecorder(folder);
const tested = recorder === undefined ? describe.skip : describe;
if (recorder === undefined) rmSync(folder, { recursive: true });

const nothing: Outcome = { images: 0, acks: 0, lost: [] };
const sum = (one: Outcome, other: Outcome): Outcome => ({
  images: one.images + other.images,
  acks: one.acks + other.acks,
  lost: [...one.lost, ...other.lost],
});

const tell = ({ images, acks, lost }: Outcome): void =>
  void process.stdout.write(
    `power cut: ${images} images, ${acks} acknowledgements held against them, ${lost.length} with a loss (seed ${seed})\n`,
  );

tested(`a power cut (POWER_SEED=${seed})`, () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes nothing that was acknowledged, whatever the disk makes of what it was not told to keep', async () => {
    const dice = new Seeded(seed);
    let outcome = nothing;
    for (let lives = 0; outcome.images < wanted; lives += 1) {
      const recording = recordLives(recorder ?? '', dice, lives % 2 === 0 ? 'threads' : 'one');
      outcome = sum(outcome, await cutPower(recording, Math.min(imagesOfRecording, wanted - outcome.images), dice));
      tell(outcome);
    }
    expect(outcome.lost.slice(0, 5)).toEqual([]);
    const { images, acks } = outcome;
    if (asked !== undefined)
      writeResult('power-cut', { seed, images, 'acknowledgements held against them': acks, lost: outcome.lost.length });
  }, 86_400_000);

  it('finds nothing unsynced in a log when something is acknowledged, on every connection, also to a file that is opened again', () => {
    const recording = recordLives(recorder ?? '', new Seeded(seed), 'one');
    const deeds = deedsIn(recording);
    for (const file of ['events.sqlite', 'keys.db', 'reads.db']) expect(deeds.get(`sync ${file}-wal`)).toBeGreaterThan(20);
    // Each of the four lives opened it, wrote checkpoints into it, and two of them closed it whole.
    expect(deeds.get('write events.sqlite')).toBeGreaterThan(50);
    expect(deeds.get('truncate events.sqlite-wal')).toBe(2);
    expect(hastyAcks(recording)).toBe(0);
  });

  it('meets a thread that writes and one that moves the log, as they stand in the hub', () => {
    const deeds = deedsIn(recordLives(recorder ?? '', new Seeded(seed), 'threads'));
    for (const file of ['events.sqlite-wal', 'events.sqlite']) expect(deeds.get(`sync ${file}`)).toBeGreaterThan(20);
    expect(deeds.get('write events.sqlite')).toBeGreaterThan(50);
  });

  it.each(['one', 'threads'] as const)(
    'is seen by this instrument where it loses something: with synchronous=NORMAL it does, of each kind (%s)',
    async (threads) => {
      const dice = new Seeded(seed);
      const recording = recordLives(recorder ?? '', dice, threads, true);
      const { images, lost } = await cutPower(recording, 60, dice, ['dropped']);
      process.stdout.write(`power cut with synchronous=NORMAL: ${lost.length} of ${images} images have lost something\n`);
      expect(hastyAcks(recording)).toBeGreaterThan(100);
      expect(lost.length).toBeGreaterThan(images / 4);
      const kinds = new Set(lost.flatMap(({ losses }) => losses.map((loss) => loss.split(' ')[0])));
      expect([...kinds]).toEqual(expect.arrayContaining(['event', 'sealed', 'reading']));
    },
  );
});
