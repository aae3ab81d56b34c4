import type { EventStore } from '../event-store.js';

/** A store that was opened for one test. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens it again over the same events, as after a restart. */
  readonly reopen: () => Promise<EventStore>;
  /** Closes the store that is open now, and removes what it kept. */
  readonly close: () => Promise<void>;
}

/** Opens a store for one test. It may hold events of other tests. */
export type OpenStore = () => Promise<OpenedStore>;

/** A test body that has a store for itself. */
export const onAStore =
  <Opened extends OpenedStore>(open: () => Promise<Opened>) =>
  (body: (opened: Opened) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const opened = await open();
    try {
      await body(opened);
    } finally {
      await opened.close();
    }
  };
