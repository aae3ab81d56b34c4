/** A calendar day in Europe/Oslo, `YYYY-MM-DD`. Days compare in order as plain strings. */
export type Day = string;

/** A stretch of days, both ends included; open-ended without `to`. */
export interface Period {
  readonly from: Day;
  readonly to?: Day | undefined;
}

export const covers = ({ from, to }: Period, day: Day): boolean => from <= day && (to === undefined || day <= to);
