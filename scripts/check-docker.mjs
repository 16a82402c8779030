// `node scripts/check-docker.mjs [--all]`: checks docker/ with the tools this machine has and names the ones it has not.
// With --all (for a machine that should have them) a missing tool is a failure, too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tryProxy } from './try-proxy.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const results = [];
const PASSWORDS = ['POSTGRES', 'DATABASE_OWNER', 'DATABASE_API', 'DATABASE_WORKER'].map((name) => `${name}_PASSWORD`);
const composeEnv = { ...process.env, ...Object.fromEntries(PASSWORDS.map((name) => [name, 'check'])) };
const composeText = read('docker/compose.yaml');

await check('Dockerfile: known instructions and flags', () =>
  npx('dockerfile-utils@0.16.3', 'lint', 'docker/Dockerfile'),
);
await check('Dockerfile: hadolint', () => tool('hadolint', 'docker/Dockerfile'));
await check('Dockerfile copies nothing that .dockerignore withholds', checkCopies);
await check('compose.yaml: schema of the Compose specification', () =>
  // Its rules of taste (order of keys, quotes, ports bound to one address) are not ours.
  npx(
    'dclint@3.1.0',
    '--quiet',
    'docker/compose.yaml',
    '--disable-rule',
    'no-build-and-image',
    'no-unbound-port-interfaces',
  ),
);
await check('compose.yaml: config of Compose 2', () => {
  if (tool('docker', 'compose', 'version').state !== 'passed') return missing('docker has no compose plugin');
  return tool('docker', 'compose', '-f', 'docker/compose.yaml', 'config', '--quiet');
});
await check('compose.yaml: config of Compose 1', () =>
  // The old Compose, which some distributions still package, knows all but the name of the project.
  run(
    'docker-compose',
    ['-f', '-', '--project-directory', 'docker', 'config', '--quiet'],
    composeText.replace(/^name: .*\n/m, ''),
  ),
);
await check('Every setting is one the product reads', checkSettings);
await check('entrypoint.sh: sh -n', () => tool('sh', '-n', 'docker/entrypoint.sh'));
await check('entrypoint.sh: shellcheck', () => tool('shellcheck', 'docker/entrypoint.sh'));
await check('database-users.sh: sh -n', () => tool('sh', '-n', 'docker/database-users.sh'));
await check('database-users.sh: shellcheck', () => tool('shellcheck', 'docker/database-users.sh'));
await check('entrypoint.sh: secrets from files', checkEntrypoint);
await check('Caddyfile: caddy validate', () =>
  tool('caddy', 'validate', '--adapter', 'caddyfile', '--config', 'docker/Caddyfile'),
);
await check('Caddyfile: balance and failover before stand-ins', () => tryProxy(path.join(root, 'docker', 'Caddyfile')));
for (const target of ['api', 'worker']) {
  await check(`Image ${target}: docker build`, () => {
    if (run('docker', ['info']).state !== 'passed') return missing('no container engine answers');
    return tool('docker', 'build', '--file', 'docker/Dockerfile', '--target', target, '.');
  });
}

const failed = results.filter(({ state }) => state === 'failed');
const skipped = results.filter(({ state }) => state === 'missing');
console.log(
  `\n${results.length - failed.length - skipped.length} passed, ${failed.length} failed, ${skipped.length} NOT RUN`,
);
for (const { name, output } of skipped) console.log(`  NOT RUN: ${name} (${output})`);
process.exitCode = failed.length > 0 || (process.argv.includes('--all') && skipped.length > 0) ? 1 : 0;

async function check(name, work) {
  const { state, output = '' } = await work();
  results.push({ name, state, output });
  console.log(`${{ passed: '✓', failed: '✗', missing: '!' }[state]} ${name}`);
  if (state === 'failed') console.log(output.trimEnd().replace(/^/gm, '    '));
}

function missing(output) {
  return { state: 'missing', output };
}

function tool(command, ...args) {
  return run(command, args);
}

function run(command, args, input) {
  const result = spawnSync(command, args, { cwd: root, env: composeEnv, encoding: 'utf8', input });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (result.error?.code === 'ENOENT') return missing(`${command} is not installed`);
  return { state: result.status === 0 ? 'passed' : 'failed', output };
}

/** A linter from npm at a fixed version: it is fetched on first use and is no dependency of the product. */
function npx(packageAtVersion, ...args) {
  const fetched = run('npx', ['--yes', '--package', packageAtVersion, '--', 'node', '--version']);
  if (fetched.state !== 'passed') return missing(`${packageAtVersion} cannot be fetched from npm`);
  const result = run('npx', ['--yes', packageAtVersion, ...args]);
  // dockerfile-utils reports by text alone and ends with 0.
  const complaints = result.output.split('\n').some((line) => /^\s*(Error|Warning): /.test(line));
  return complaints ? { ...result, state: 'failed' } : result;
}

/** What `COPY` takes from the project must be on the list of what the engine may see. */
function checkCopies() {
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const sources = [...read('docker/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) =>
    files.split(' '),
  );
  const present = readdirSync(root);
  const problems = sources
    .filter((source) => source !== '.' && !source.endsWith('*'))
    .filter((source) => !allowed.includes(source.split('/')[0]) || !present.includes(source.split('/')[0]))
    .map((source) => `COPY ${source}: not in the project, or omitted by .dockerignore`);
  return verdict(problems);
}

/** A misspelt setting would be passed over in silence, so each is compared with the list of the product. */
function checkSettings() {
  const known = [...read('libs/platform/config/settings.ts').matchAll(/^ {2}([A-Z0-9_]+): \{/gm)].map(
    ([, name]) => name,
  );
  const process = composeText.slice(
    composeText.indexOf('environment: &environment'),
    composeText.indexOf('networks: [data, edge]'),
  );
  const used = [
    ...[...process.matchAll(/^ {4}([A-Z0-9_]+):/gm)].map(([, name]) => name),
    ...[...read('docker/Dockerfile').matchAll(/\b((?:API|WORKER)_[A-Z_]+)\b/g)].map(([, name]) => name),
    ...(/for name in (.+); do/.exec(read('docker/entrypoint.sh'))?.[1].split(' ') ?? []),
  ];
  if (known.length === 0 || used.length === 0)
    return { state: 'failed', output: 'no settings found: has a file changed its form?' };
  return verdict([...new Set(used)].filter((name) => !known.includes(name)).map((name) => `${name} is not a setting`));
}

function checkEntrypoint() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yui-entrypoint-'));
  const file = path.join(folder, 'secret');
  writeFileSync(file, "postgres://a:b'$(c) d@e/f\n");
  const start = (env) =>
    spawnSync('sh', ['docker/entrypoint.sh', 'sh', '-c', 'printf %s "$DATABASE_URL"'], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
  const problems = [];
  const expect = (name, result, status, stdout) => {
    if (result.status !== status || result.stdout !== stdout) {
      problems.push(`${name}: ended with ${result.status}, "${result.stdout}" ${result.stderr}`);
    }
  };
  expect('from a file, as it stands', start({ DATABASE_URL_FILE: file }), 0, "postgres://a:b'$(c) d@e/f");
  expect('from the environment', start({ DATABASE_URL: 'x' }), 0, 'x');
  expect('from both', start({ DATABASE_URL: 'x', DATABASE_URL_FILE: file }), 1, '');
  expect('from no file', start({ DATABASE_URL_FILE: `${file}-missing` }), 1, '');
  rmSync(folder, { recursive: true });
  return verdict(problems);
}

function verdict(problems) {
  return { state: problems.length === 0 ? 'passed' : 'failed', output: problems.join('\n') };
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}
