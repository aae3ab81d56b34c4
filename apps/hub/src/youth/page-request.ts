/** Part of a list, newest first. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}

const CURSOR_DIGITS = 8;

/** The revision before which a page of a stream begins; undefined for its newest part. */
export const beforeOf = (cursor: string | undefined): number | undefined => (cursor === undefined ? undefined : Number(cursor));

/** Where the next page begins, as it is handed out. */
export const cursorOf = (before: number | undefined): { readonly next?: string } =>
  before === undefined ? {} : { next: String(before).padStart(CURSOR_DIGITS, '0') };
