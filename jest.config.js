import tsconfig from './tsconfig.json' with { type: 'json' };

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
};

// The aliases are read from tsconfig.json, so that each stands in one place only.
const aliases = Object.entries(tsconfig.compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, file.replace('./', '<rootDir>/')]);

const everyProject = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { ...Object.fromEntries(aliases), '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
};

const slow = (displayName) => ({
  ...everyProject,
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.spec.ts`],
  setupFilesAfterEnv: ['<rootDir>/tools/slow-tests.setup.js'],
});

export default {
  coverageProvider: 'v8',
  // Jest's ESM mode leaks on Node 20, so a worker that has grown is replaced.
  workerIdleMemoryLimit: '512MB',
  reporters: ['default', '<rootDir>/tools/closing-line.reporter.js'],
  projects: [
    {
      ...everyProject,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts'],
    },
    slow('acceptance'),
    slow('failure'),
  ],
};
