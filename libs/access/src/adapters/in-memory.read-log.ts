import { ReadLog, type Reading, type ReadingPage } from '../read-log.js';

const pageSize = 100;

/** Readings in memory; for tests. */
export class InMemoryReadLog extends ReadLog {
  private readonly readings: Reading[] = [];

  async record(reading: Reading): Promise<void> {
    this.readings.push(reading);
  }

  async ofYouth(youthId: string, before?: number): Promise<ReadingPage> {
    return this.page((reading) => reading.youthId === youthId, before);
  }

  async ofActor(actorId: string, before?: number): Promise<ReadingPage> {
    return this.page((reading) => reading.actorId === actorId, before);
  }

  async close(): Promise<void> {}

  private page(wanted: (reading: Reading) => boolean, before = Number.MAX_SAFE_INTEGER): ReadingPage {
    const numbered = this.readings.map((reading, index) => ({ reading, number: index + 1 })).toReversed();
    const found = numbered.filter(({ reading, number }) => number < before && wanted(reading)).slice(0, pageSize);
    const last = found.at(-1);
    return { readings: found.map(({ reading }) => reading), ...(found.length === pageSize && last && { next: last.number }) };
  }
}
