import type { ChangeListener, ChangedDocuments, Parked, ViewState } from '@samspor/projections';

/** What keeps the views up to date, wherever it runs. */
export interface Projecting {
  start(): Promise<void>;
  /** Ends when every view stands on a checkpoint. */
  stop(): Promise<void>;
  /** True once readers of every view see the position, false when that takes longer. */
  seen(position: bigint, timeoutMs: number): Promise<boolean>;
  state(): Promise<readonly ViewState[]>;
  /** The streams that a view has set aside. */
  parked(view: string): Promise<readonly Parked[]> | readonly Parked[];
  /** Folds a stream that a view has set aside, in order. False when it fails again. */
  retry(view: string, stream: string): Promise<boolean>;
  /** Tells of every change, once the views that keep up show it. Returns how to stop that. */
  onChange(listener: ChangeListener): () => void;
  /** What it has found damaged that nobody else may have seen. */
  fault?(): string | undefined;
}

/** What the other side of a thread may be asked. */
export type Asked = Pick<Projecting, 'start' | 'stop' | 'seen' | 'state' | 'parked' | 'retry'>;

/** What the hub asks the projector's thread. */
export interface ToProjector {
  readonly id: number;
  readonly method: keyof Asked;
  readonly args: readonly unknown[];
}

/** What the projector's thread says to the hub. */
export type FromProjector =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: string }
  | { readonly changed: bigint; readonly streams: readonly string[]; readonly seen: bigint | undefined }
  /** Documents that the hub may have at hand. */
  | { readonly stale: ChangedDocuments }
  | { readonly fault: string | undefined };
