import { setImmediate } from 'node:timers/promises';
import { InMemoryEventStore } from '@samspor/event-store';
import { InMemoryViewStore } from '../index.js';
import { Projector, type ProjectorOptions } from '../projector.js';
import type { ViewState } from '../view-state.js';
import type { AnyView } from '../view.js';
import type { Telling } from './record.js';

/** Long enough for a loaded machine; nobody waits for it when all goes well. */
export const PATIENT = 20_000;

const projectors: Projector[] = [];

/** A projector that pauses and beats quickly, stopped after the test. */
export const projectorOf = (options: Partial<ProjectorOptions> & { readonly definitions: readonly AnyView[] }): Projector => {
  const projector = new Projector({
    events: InMemoryEventStore.empty(),
    views: new InMemoryViewStore(),
    beatMs: 5,
    pauseMs: 1,
    ...options,
  });
  projectors.push(projector);
  return projector;
};

/** For `afterEach`. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(projectors.splice(0).map((projector) => projector.stop()));
};

/** An event that means nothing to most views. */
export const something = (stream: string): Telling => ({
  stream,
  event: { type: 'ContactEstablished', data: { channel: 'phone', with: 'youth', on: '2026-03-10' } },
});

/** Ends when it is so; for what nobody tells of. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await setImmediate();
};

/** Ends when the projector's one view is in this mode. */
export const untilMode = (projector: Projector, wanted: ViewState['mode']): Promise<void> =>
  until(async () => (await projector.state()).every(({ mode }) => mode === wanted));
