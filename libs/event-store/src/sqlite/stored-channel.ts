import { BroadcastChannel } from 'node:worker_threads';

/** Tells the threads of this process that something was stored in a file. Keeps no thread alive. */
export const storedChannel = (file: string): BroadcastChannel => {
  const channel = new BroadcastChannel(`stored in ${file}`);
  channel.unref();
  return channel;
};
