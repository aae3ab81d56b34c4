import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type Database, SqliteFault, type Statement } from '@samspor/sqlite';
import { ViewStoreUnavailable } from '../view-store.js';

const markOf = (file: string): string => `${file}.is-damaged`;

/** Whether a hub has found the file damaged while it ran. */
export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file));

/** Puts a damaged file beside, in place of an older one that is there, so that the views can be folded anew. Says so. */
export const moveAside = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) {
    rmSync(`${file}.damaged${end}`, { force: true });
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${file}.damaged${end}`);
  }
  rmSync(markOf(file), { force: true });
  process.emitWarning(
    `${file} was damaged. It was moved to ${file}.damaged, and all views are folded anew from the events; check the disk.`,
  );
};

/** Looks at what SQLite says of the views: knows when the file is damaged, and leaves a mark for the next start. */
export class DamageWatch {
  #damage: string | undefined;

  constructor(private readonly file: string) {}

  damage(): string | undefined {
    return this.#damage;
  }

  /** The database with its errors as the port's. */
  over(database: Database): Database {
    const watched = <R>(statement: Statement<R>): Statement<R> => ({
      run: (...values) => this.#watch(() => statement.run(...values)),
      get: (...values) => this.#watch(() => statement.get(...values)),
      all: (...values) => this.#watch(() => statement.all(...values)),
    });
    return {
      prepare: (sql) => watched(database.prepare(sql)),
      prepareArrays: (sql) => watched(database.prepareArrays(sql)),
      exec: (sql) => this.#watch(() => database.exec(sql)),
      transaction: (work) => this.#watch(() => database.transaction(work)),
      reading: (work) => this.#watch(() => database.reading(work)),
      close: () => database.close(),
    };
  }

  #watch<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SqliteFault)) throw error;
      if (error.kind === 'corrupt') this.#mark();
      throw new ViewStoreUnavailable(`The views cannot be read or written now (${error.kind}).`, { cause: error });
    }
  }

  #mark(): void {
    if (this.#damage !== undefined) return;
    this.#damage = `The views in ${this.file} are damaged. Restart the hub: it puts the file aside and folds the views anew.`;
    try {
      writeFileSync(markOf(this.file), '');
    } catch {
      // On a disk that takes nothing the next start has to find the damage by itself.
    }
  }
}
