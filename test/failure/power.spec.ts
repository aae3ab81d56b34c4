import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRecorder } from './power.recording.js';
import { type Outcome, cutPower, deedsIn, hastyAcks, recordLives } from './power.run.js';
import { writeResult } from './results-page.js';
import { Seeded, seedFrom } from './seeded.js';

const asked = process.env['POWER_IMAGES'];
const wanted = Number(asked ?? 1_000);
const imagesOfRecording = 2_000;
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
    while (outcome.images < wanted) {
      const recording = recordLives(recorder ?? '', dice);
      outcome = sum(outcome, await cutPower(recording, Math.min(imagesOfRecording, wanted - outcome.images), dice));
      tell(outcome);
    }
    expect(outcome.lost.slice(0, 5)).toEqual([]);
    const { images, acks } = outcome;
    if (asked !== undefined)
      writeResult('power-cut', { seed, images, 'acknowledgements held against them': acks, lost: outcome.lost.length });
  }, 86_400_000);

  it('finds nothing unsynced in a log when something is acknowledged, on every connection, also to a file that is opened again', () => {
    const recording = recordLives(recorder ?? '', new Seeded(seed));
    const deeds = deedsIn(recording);
    for (const file of ['events.sqlite', 'keys.db', 'reads.db']) expect(deeds.get(`sync ${file}-wal`)).toBeGreaterThan(20);
    // Each of the four lives opened it, wrote checkpoints into it, and two of them closed it whole.
    expect(deeds.get('write events.sqlite')).toBeGreaterThan(50);
    expect(deeds.get('truncate events.sqlite-wal')).toBe(2);
    expect(hastyAcks(recording)).toBe(0);
  });

  it('is seen by this instrument where it loses something: with synchronous=NORMAL it does, of each kind', async () => {
    const dice = new Seeded(seed);
    const recording = recordLives(recorder ?? '', dice, true);
    const { images, lost } = await cutPower(recording, 60, dice, ['dropped']);
    process.stdout.write(`power cut with synchronous=NORMAL: ${lost.length} of ${images} images have lost something\n`);
    expect(hastyAcks(recording)).toBeGreaterThan(100);
    expect(lost.length).toBeGreaterThan(images / 4);
    const kinds = new Set(lost.flatMap(({ losses }) => losses.map((loss) => loss.split(' ')[0])));
    expect([...kinds]).toEqual(expect.arrayContaining(['event', 'sealed', 'reading']));
  });
});
