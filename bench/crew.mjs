/** Works on the numbers 0 … count-1 in order, at most so many at once. */
export async function crew(count, atOnce, work) {
  let next = 0;
  const hand = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, hand));
}

/** Repeats the work, so many at once, until the time is up; how often it was done in a second. */
export async function rate(seconds, atOnce, work) {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  const hand = async () => {
    while (performance.now() < end) await work(done++);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return done / ((performance.now() - started) / 1000);
}

/** The value below which this share of all lies. */
export const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

export const median = (values) => quantile(values, 0.5);
