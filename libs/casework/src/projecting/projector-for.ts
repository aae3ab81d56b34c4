import { Projector, views } from '@samspor/projections';
import type { Stores } from '../open-stores.js';
import type { Settings } from '../settings.js';
import { upcastEvent } from '../upcast-event.js';
import type { Projecting } from './projecting.js';
import { ProjectorThread } from './projector.thread.js';

/** The projector, in this thread or in one of its own as the settings want it; not yet started. */
export const projectorFor = (stores: Stores, { threads = false }: Settings, clock: () => Date): Projecting => {
  const { events, views: store, elsewhere } = stores;
  if (threads) return new ProjectorThread({ ...elsewhere, head: () => events.head(), clock });
  return new Projector({ events, views: store, definitions: views, upcast: upcastEvent, clock });
};
