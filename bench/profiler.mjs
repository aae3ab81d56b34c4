// Loaded into the hub's process with --import: SIGUSR2 begins a CPU profile, and the next one writes it to BENCH_PROFILE.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const session = new Session();
let isOn = false;

process.on('SIGUSR2', () => void turn());

async function turn() {
  if (isOn) {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(process.env['BENCH_PROFILE'], JSON.stringify(profile));
    return;
  }
  isOn = true;
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
}
