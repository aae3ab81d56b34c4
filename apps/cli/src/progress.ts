import cliProgress from 'cli-progress';
import { note } from './output.js';

const QUARTERS = 4;

/** How long work goes on: a bar on a terminal, a line now and then elsewhere. */
export class Progress {
  #bar: cliProgress.SingleBar | undefined;
  #what = '';
  #of = 0;
  #quarter = 0;

  constructor(private readonly isTerminal: boolean = process.stderr.isTTY) {}

  begin(what: string, of: number): void {
    this.end();
    this.#what = what;
    this.#of = of;
    this.#quarter = 0;
    if (!this.isTerminal) return;
    const format = `${what.padEnd(26)} {bar} {percentage} % | {value}/{total}`;
    this.#bar = new cliProgress.SingleBar({ format, stream: process.stderr, hideCursor: true }, cliProgress.Presets.rect);
    this.#bar.start(of, 0);
  }

  step(done: number): void {
    this.#bar?.update(done);
    const quarter = Math.floor((QUARTERS * done) / Math.max(1, this.#of));
    if (this.isTerminal || quarter === this.#quarter) return;
    this.#quarter = quarter;
    note(`${this.#what}: ${done} of ${this.#of}`);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}
