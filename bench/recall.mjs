// node bench/recall.mjs FOLDER: asks for each youth once, as has happened in a hub that has run for a while: its snapshots are then there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hub, settingsFrom } from '../dist/libs/casework/src/index.js';
import { crew } from './crew.mjs';

const folder = process.argv[2];
const { youths } = JSON.parse(readFileSync(join(folder, 'bench.json'), 'utf8'));
const hub = await Hub.open(settingsFrom({}, folder));
await crew(youths.length, 16, (n) => hub.youths.load(youths[n].id));
await hub.close();
