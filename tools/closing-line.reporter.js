let closing = '';

// Jest prints its own summary after every other reporter, so the line waits for the end of the process.
process.once('exit', () => process.stdout.write(closing));

/** The last line of a test run, made for people and for scripts: `12 passed, 0 failed`. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    // A suite that could not be loaded holds no failed test, yet it has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    closing = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
  }
}
