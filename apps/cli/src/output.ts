/** What the user asked for, on the standard output: nothing else goes there, so that it can be piped on. */
export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

/** What the user should know besides, on the standard error. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
