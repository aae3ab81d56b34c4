import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

/** What the figures hold for: machine, Node and SQLite, and how busy others kept the machine when it began. */
export async function machine() {
  const { openDatabase } = await import('../dist/libs/sqlite/src/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'samspor-bench-'));
  const database = await openDatabase(join(folder, 'x.db'), { synchronous: 'NORMAL' });
  const sqlite = database.prepareArrays('SELECT sqlite_version()').get()[0];
  database.close();
  rmSync(folder, { recursive: true });
  const [cpu] = cpus();
  return {
    at: new Date().toISOString().slice(0, 16),
    machine: `${cpus().length} × ${cpu.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform} ${release()}`,
    node: process.version,
    sqlite,
    foreignLoad: loadavg()[0],
  };
}
