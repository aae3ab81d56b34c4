import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Op, opsIn } from './power.trace.js';

/** A life of the writer: how much it writes, and whether it closes its files at the end. */
export interface Session {
  readonly rounds: number;
  readonly ending: 'closed' | 'killed';
  /** All in one thread, or in threads as the hub does. */
  readonly threads: 'one' | 'threads';
}

/** What writers did to a data directory, one after the other. */
export interface Recording {
  readonly directory: string;
  readonly ops: readonly Op[];
}

/** Compiles the recorder; undefined with a printed reason where that cannot be. */
export const compileRecorder = (folder: string): string | undefined => {
  const library = join(folder, 'power-recorder.so');
  const source = resolve('test/failure/power-recorder.c');
  const compiler = process.env['CC'] ?? 'cc';
  const { status, stderr, error } = spawnSync(compiler, ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  if (status === 0) return library;
  process.stdout.write(`The power cut is not tested: the recorder needs Linux and a C compiler. ${error?.message ?? String(stderr)}\n`);
  return undefined;
};

const writeOnce = (directory: string, trace: string, recorder: string, { rounds, ending, threads }: Session, isWeakened: boolean): void => {
  const programs = ['--import', resolve('test/failure/power-engine.mjs'), resolve('test/failure/power-writer.mjs')];
  const recorded = { LD_PRELOAD: recorder, POWER_DIR: directory, POWER_TRACE: trace, ...(isWeakened && { POWER_FAULT: 'weakened' }) };
  const { status, signal, stderr } = spawnSync(process.execPath, [...programs, directory, String(rounds), ending, threads], {
    env: { ...process.env, ...recorded },
  });
  const isAsAsked = ending === 'killed' ? signal === 'SIGKILL' : status === 0;
  if (!isAsAsked) throw new Error(`the writer ended with ${String(signal ?? status)}: ${stderr.toString()}`);
};

/** Lets writers work on one data directory, one after the other, each opening what the one before has left. */
export const record = (recorder: string, sessions: readonly Session[], isWeakened = false): Recording => {
  const folder = mkdtempSync(join(tmpdir(), 'samspor-power-'));
  try {
    const [directory, trace] = [join(folder, 'data'), join(folder, 'trace')];
    mkdirSync(directory, { mode: 0o700 });
    for (const session of sessions) writeOnce(directory, trace, recorder, session, isWeakened);
    return { directory, ops: opsIn(readFileSync(trace)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
