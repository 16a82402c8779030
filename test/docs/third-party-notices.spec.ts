import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const NOTICES = 'THIRD-PARTY-NOTICES.md';
const text = readFileSync(NOTICES, 'utf8');

it('THIRD-PARTY-NOTICES.md says what package-lock.json says', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/third-party-notices.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

it('names every package that is installed without those for development, by its version and licence', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean }>;
  };
  const missing = Object.entries(packages)
    .filter(([location, { dev }]) => location !== '' && dev !== true)
    .map(([location, entry]) => {
      const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `| ${name} | ${entry.version} | ${entry.license ?? ''}`;
    })
    .filter((row) => !text.includes(row));
  expect(missing).toEqual([]);
});

it.each(['libvips', 'LGPL-3.0-or-later', 'SIL Open Font License', 'CC BY-SA 3.0', '| react |'])('names %s', (words) => {
  expect(text).toContain(words);
});

it('leads to files that are there', () => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, file]) => file ?? '');
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
  expect(links).not.toEqual([]);
});
