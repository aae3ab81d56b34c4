// node bench/tokens.mjs FOLDER: tokens for the people on stdin, as the hub of that folder would issue them; JSON by person.
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { DemoTokens } from '../dist/libs/access/src/index.js';
import { SqliteKeyStore, openWrappingKey } from '../dist/libs/privacy/src/index.js';

const folder = process.argv[2];
const people = await json(process.stdin);
const keys = await SqliteKeyStore.open(join(folder, 'keys.db'));
const wrappingKey = await openWrappingKey(join(folder, 'wrapping.key'), keys);
const tokens = new DemoTokens(wrappingKey.derive('token-signing'));
const issued = {};
for (const person of people) issued[person.id] = await tokens.issue(person);
await keys.close();
process.stdout.write(JSON.stringify(issued));
