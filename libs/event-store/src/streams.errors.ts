/** The stream is no longer as the author of the command saw it. Nothing was stored. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(
    readonly stream: string,
    readonly expected: number,
    /** The stream's last revision; -1 when it has no events. */
    readonly actual: number,
  ) {
    super(`expected revision ${String(expected)}, found ${String(actual)}`);
  }
}

/** The id was given to another command before. Nothing was stored. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
  constructor(
    readonly stream: string,
    readonly commandId: string,
  ) {
    super(`command id ${commandId} belongs to another command`);
  }
}

/** Others appended first, again and again. Nothing was stored; the command can be given again. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
  constructor(readonly stream: string) {
    super('others were faster each time');
  }
}
