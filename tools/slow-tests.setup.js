import { jest } from '@jest/globals';

// Here and not in jest.config.js, because Jest ignores testTimeout in a project.
jest.setTimeout(120_000);
