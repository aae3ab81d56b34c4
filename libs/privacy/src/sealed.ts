/** The personal fields of one event. */
export type Personal = Readonly<Record<string, unknown>>;

/** Where a sealed part belongs; it opens nowhere else. */
export interface Place {
  /** The youth whom it is about. */
  readonly subject: string;
  /** The agency that owns the event. */
  readonly owner: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
}

/** Stands for personal fields whose key was destroyed: they are gone for good. */
export class Shredded {
  readonly shredded = true;
}

/** A sealed part was altered or moved, or its key was. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
