/** What went wrong, as far as a caller can act on it. */
export type SqliteFaultKind = 'unique' | 'constraint' | 'busy' | 'io' | 'full' | 'corrupt' | 'read-only' | 'cannot-open' | 'other';

/** An error that SQLite reported. */
export class SqliteFault extends Error {
  override readonly name = 'SqliteFault';
  constructor(
    readonly kind: SqliteFaultKind,
    /** In `commit` it cannot be said whether the transaction was stored; in `statement` it surely was not. */
    readonly during: 'statement' | 'commit',
    /** SQLite's extended result code. */
    readonly code: number,
    cause: { readonly message: string },
  ) {
    super(cause.message, { cause });
  }
}

const kindsByCode = new Map<number, SqliteFaultKind>([
  [2067, 'unique'],
  [1555, 'unique'],
  [2579, 'unique'],
]);

const kindsByPrimaryCode = new Map<number, SqliteFaultKind>([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'read-only'],
  [10, 'io'],
  [11, 'corrupt'],
  [13, 'full'],
  [14, 'cannot-open'],
  [19, 'constraint'],
  [26, 'corrupt'],
]);

// @photostructure/sqlite gives no code when reading several rows fails, but SQLite's own fixed text for it.
const codesByText = new Map<string, number>([
  ['database is locked', 5],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['database or disk is full', 13],
  ['unable to open database file', 14],
  ['file is not a database', 26],
]);

const GENERIC_ERROR = 1;

const kindOf = (code: number): SqliteFaultKind => kindsByCode.get(code) ?? kindsByPrimaryCode.get(code & 0xff) ?? 'other';

// Not by instanceof: a native error may come from another realm.
const isSqliteError = (error: unknown): error is { readonly message: string; readonly errcode?: number } =>
  typeof error === 'object' && error !== null && 'message' in error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

/** The error as a SqliteFault when it is SQLite's, else as it is. */
export const faultOf = (error: unknown, during: SqliteFault['during'] = 'statement'): unknown => {
  if (!isSqliteError(error)) return error;
  const code = error.errcode ?? codesByText.get(error.message) ?? GENERIC_ERROR;
  return new SqliteFault(kindOf(code), during, code, error);
};
