import { readFileSync } from 'node:fs';
import type { SavedHead } from '@samspor/event-store';
import { Refusal } from './refusal.js';

/** A head that `samspor verify --save-head` has kept. */
export const readHead = (file: string): SavedHead => {
  try {
    const head = JSON.parse(readFileSync(file, 'utf8')) as Partial<SavedHead>;
    if (typeof head.events === 'number' && typeof head.digest === 'string') return { ...head, events: head.events, digest: head.digest };
  } catch {
    // What it says of the file is the same as for a file of another shape.
  }
  throw new Refusal(`${file} is no saved head. Make one with: samspor verify --save-head FILE`);
};
