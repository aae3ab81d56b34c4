/** What the user asked for, on the standard output: nothing else goes there, so that it can be piped on. */
export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

/** What the user should know besides, on the standard error. */
export const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Ends quietly when whoever reads the output has read enough, as `head` has. */
export const endWhenCut = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
};
