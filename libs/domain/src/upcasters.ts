import { type Upcasters } from './kernel/upcast.js';

/** How events of older versions become those of today. None has changed its shape yet; CONTRIBUTING tells how one does. */
export const upcasters: Upcasters = {};
