export { failingEngine, type Failure } from './failing-engine.js';
export { temporaryDirectory, type TemporaryDirectory } from './temporary-directory.js';
