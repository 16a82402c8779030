import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.exclude;

/** Specs stand beside the code they prove; end-to-end, concurrency and fault tests stand under `test/`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  // The longest test takes half a minute on a quiet machine, and six times as long on a busy one.
  testTimeout: 300_000,
  // Specs wait for databases and mails more than they compute: two at a time also on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Modules of a spec are never quite forgotten: a worker that has grown begins anew instead of tidying gigabytes.
  workerIdleMemoryLimit: '600MB',
  globalSetup: '<rootDir>/test/harness/jest-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/jest-teardown.mjs',
};
