import { type Day, type Period, covers } from '../kernel/day.js';

/** A row of a code table: the days it holds for, and where it comes from (keys as in domain § 0; PROP where no source sets it). */
export interface Dated extends Period {
  readonly source: string;
}

/** A code with its names in Norwegian bokmål and English. */
export interface Labelled {
  readonly code: string;
  readonly labelNb: string;
  readonly labelEn: string;
}

/** A code of a small list that has no dates of its own. */
export interface Choice<Code extends string = string> extends Labelled {
  readonly code: Code;
}

/** The rows that hold on a day, in the order of the table. */
export const inForce = <Row extends Period>(rows: readonly Row[], day: Day): readonly Row[] => rows.filter((row) => covers(row, day));
