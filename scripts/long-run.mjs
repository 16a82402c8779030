// `npm run test:model`, `npm run test:fuzz` (`-- --seconds 60 --seed 1`): tests that go on as chance has it, for longer
// than in `npm test`; the seed repeats a run.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare } from './bootstrap.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

await prepare();
console.log(`seed ${values.seed}, ${values.seconds} seconds`);
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...positionals],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LONG_SECONDS: values.seconds, SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
