import { availableParallelism } from 'node:os';

// For the processes that run specs: they read TypeScript, and of what `#yui/…` names the sources.
process.env.NODE_OPTIONS = '--import=@swc-node/register/esm-register --conditions=source --enable-source-maps';
process.env.SWC_NODE_SOURCE_MAP_MODE = 'inline';

/** Specs stand beside the code they prove; end-to-end, concurrency and fault tests stand under `test/`. */
export default {
  // The specs of a process share its modules: to load them anew for each took a third of the time of a run.
  runner: 'jest-light-runner/child-process',
  setupFilesAfterEnv: ['<rootDir>/test/harness/spec-process.mjs'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  // Specs wait for databases and mails more than they compute: two at a time also on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  globalSetup: '<rootDir>/test/harness/jest-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/jest-teardown.mjs',
};
