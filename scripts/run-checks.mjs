import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './bootstrap.mjs';
import { writeSpecGroups } from './spec-groups.mjs';

/** Many times what all specs take: whatever hangs, the run ends. */
const SPECS_DEADLINE_MS = 30 * 60_000;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The second look of dependency-cruiser, at folders. */
const FOLDERS = '.dependency-cruiser-folders.mjs';

/**
 * Each counts as one test. The path is that of the tool's own script, so that no shell and no `npx` stands between. The two
 * rows take about as long and run side by side.
 */
const CHECKS = [
  [['eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']]],
  [
    ['types', 'typescript/bin/tsc', ['-p', '.']],
    ['types of the pages', 'typescript/bin/tsc', ['-p', 'apps/web']],
    ['types of the tests of the pages', 'typescript/bin/tsc', ['-p', 'test/web']],
    ['prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
    ['layers', 'dependency-cruiser/bin/dependency-cruise.mjs', ['apps', 'libs', 'test']],
    ['folders', 'dependency-cruiser/bin/dependency-cruise.mjs', ['apps/api', 'libs', '--config', FOLDERS]],
    ['dead code', 'knip/bin/knip.js', []],
  ],
];

/** What each command runs: the checks, and which specs. */
const TIERS = {
  check: { hasChecks: true },
  specs: { hasChecks: true, specs: 'specs' },
  stories: { hasChecks: false, specs: 'stories' },
  web: { hasChecks: false, specs: 'web' },
};

/** Runs all of a tier, also after a failure, and ends the process: 0 only when all is well. */
export async function runTier(name) {
  await prepare();
  const { hasChecks, specs } = TIERS[name];
  const total = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  if (hasChecks) add(await runChecks());
  if (specs) add(await runSpecs(specs));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

async function runChecks() {
  const total = { passed: 0, failed: 0 };
  await Promise.all(
    CHECKS.map(async (row) => {
      for (const [name, script, args] of row) {
        const isGood = await runCheck(name, path.join(root, 'node_modules', script), args);
        total[isGood ? 'passed' : 'failed'] += 1;
      }
    }),
  );
  return total;
}

async function runCheck(name, script, args) {
  const startedAt = performance.now();
  const { code, output } = await run([script, ...args], 'pipe');
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(startedAt)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/** The specs of a tier; a spec file that cannot even be loaded counts as one failure. */
async function runSpecs(tier) {
  const startedAt = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-results-'));
  const resultFile = path.join(folder, 'jest.json');
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--ci', '--json'];
  const { code } = await run(
    [...args, `--outputFile=${resultFile}`, '--runTestsByPath', ...writeSpecGroups(root, tier)],
    ['ignore', 'ignore', 'inherit'],
    SPECS_DEADLINE_MS,
  );
  const result = readResult(resultFile);
  rmSync(folder, { recursive: true, force: true });
  const failed = result ? result.numFailedTests + result.numRuntimeErrorTestSuites : 0;
  console.log(`${code === 0 ? '✓' : '✗'} ${tier} (${seconds(startedAt)} s)`);
  if (result?.numPendingTests) console.log(`! ${result.numPendingTests} tests were not run; see above why`);
  // Jest can fail without a failing test, for example on a broken setting.
  return { passed: result?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function run(args, stdio, timeout) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      timeout,
      stdio: stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function seconds(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
