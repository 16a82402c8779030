import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.exclude;

/** Where `npm test` writes what it runs, see scripts/spec-groups.mjs; Jest wants it to be there. */
const groups = fileURLToPath(new URL('.data/spec-groups', import.meta.url));
mkdirSync(groups, { recursive: true });

/** Specs stand beside the code they prove; end-to-end, concurrency and fault tests stand under `test/`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', groups],
  testMatch: ['**/*.spec.ts', '**/spec-groups/**/*.spec.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // The longest test takes half a minute on a quiet machine, and six times as long on a busy one.
  testTimeout: 300_000,
  // Specs wait for databases and mails more than they compute: two at a time also on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Modules of a spec are never quite forgotten: a worker that has grown starts again instead of tidying gigabytes.
  workerIdleMemoryLimit: '600MB',
  globalSetup: '<rootDir>/test/harness/jest-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/jest-teardown.mjs',
};
