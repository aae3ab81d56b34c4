import { SqliteFault, type SqliteFaultKind } from '@samspor/sqlite';

/** The data directory cannot be used as it is. Says what to do. */
export class DataRefused extends Error {
  override readonly name = 'DataRefused';
}

const mayNotWrite =
  'Give the user that runs the hub the right to read and write it and all files in it, and see that the volume is not mounted read-only';
const raiseLimit = 'raise its limit (ulimit -n, or LimitNOFILE of its service)';
const moreHandles = `This process may open no more files: ${raiseLimit}`;

const remedies: Readonly<Record<SqliteFaultKind, string>> = {
  'read-only': mayNotWrite,
  'cannot-open': `${mayNotWrite}. If it has, it may open no more files: ${raiseLimit}`,
  full: 'The disk is full: make room, then start again',
  io: 'The disk failed, or is full: look how much room there is, check the disk or volume, and how large a file may be (ulimit -f)',
  corrupt: 'The file is damaged: keep it for whoever investigates, and restore the newest backup (samspor restore)',
  busy: 'Another program holds it: stop that program, then start again',
  unique: 'It was made by another program; name another directory',
  constraint: 'It was made by another program; name another directory',
  other: 'Check the disk, then start again',
};

const remediesByErrno: Readonly<Record<string, string>> = {
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EROFS: mayNotWrite,
  ENOSPC: remedies.full,
  EDQUOT: remedies.full,
  EFBIG: remedies.io,
  EIO: remedies.io,
  EMFILE: moreHandles,
  ENFILE: moreHandles,
};

const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const faultIn = (error: unknown): SqliteFault | undefined => {
  if (error instanceof SqliteFault) return error;
  return error instanceof Error && error.cause instanceof SqliteFault ? error.cause : undefined;
};

/** The error as one that says what to do with the file or directory, when it is theirs; else as it is. */
export const refusalOf = (error: unknown, path: string): unknown => {
  if (error instanceof DataRefused) return error;
  const fault = faultIn(error);
  const remedy = fault ? remedies[fault.kind] : remediesByErrno[errnoOf(error) ?? ''];
  if (remedy === undefined || !(error instanceof Error)) return error;
  return new DataRefused(`${path} cannot be used: ${error.message.replace(/\.$/, '')}. ${remedy}.`, { cause: error });
};
