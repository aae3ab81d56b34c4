#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { builtMain } from './project.mjs';

ensureInstalled();
ensureBuilt();
process.argv[1] = builtMain('cli');
await import(pathToFileURL(builtMain('cli')).href);
