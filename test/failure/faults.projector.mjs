// Loaded before the hub and in each of its threads: once the file named by PROJECTOR_FAULT is there, the thread of the projector does
// what stands in it: it dies, or does nothing else any more.
import { existsSync, readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const file = process.env.PROJECTOR_FAULT;

const faults = {
  dies: () => {
    throw new Error('planted');
  },
  spins: () => {
    for (;;);
  },
};

if (workerData?.viewsFile && workerData.atHand) setInterval(() => existsSync(file) && faults[readFileSync(file, 'utf8')](), 20);
