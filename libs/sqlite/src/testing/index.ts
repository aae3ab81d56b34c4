export { failingEngine, forgetfulEngine, type Failure } from './failing-engine.js';
export { temporaryDirectory, type TemporaryDirectory } from './temporary-directory.js';
