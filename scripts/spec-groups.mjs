import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whole lives of orders, random ones, real processes and their faults: minutes each, so apart from `npm test`. */
const STORIES = ['test/fault', 'test/fuzz', 'test/model', 'test/scale', 'test/scenarios', 'test/worker'];
/** Every page in a real browser; the demo is also played once in `npm test`. */
const PAGES = 'test/web';
const PLAYED_ONCE = 'test/web/demo.spec.ts';
/** Together they take so long that the workers of Jest stay busy to the end. */
const MAX_FILES = 8;

/**
 * Writes files that import several spec files each, so that Jest loads the product once for all of them: loading it takes
 * three seconds of a processor, which most specs do not take themselves.
 * @param tier 'specs', 'stories' or 'web'
 * @returns the files Jest has to run: the groups, and the specs that must run by themselves
 */
export function writeSpecGroups(root, tier) {
  const folder = path.join(root, '.data', 'spec-groups', tier);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = specFiles(root).filter((file) => tierOf(file) === tier);
  const alone = files.filter((file) => runsAlone(root, file));
  const groups = groupsOf(files.filter((file) => !alone.includes(file)));
  const groupFiles = groups.map(([name, members]) => {
    const file = path.join(folder, `${name}.spec.mjs`);
    writeFileSync(file, members.map((member) => `import '${path.posix.join('../../..', member)}';\n`).join(''));
    return file;
  });
  return [...groupFiles, ...alone.map((file) => path.join(root, file))];
}

function specFiles(root) {
  return ['apps', 'libs', 'test'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.spec.ts') && !file.includes('node_modules'))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .sort(),
  );
}

function tierOf(file) {
  if (STORIES.some((folder) => file.startsWith(`${folder}/`))) return 'stories';
  return file.startsWith(`${PAGES}/`) && file !== PLAYED_ONCE ? 'web' : 'specs';
}

/** Neighbours stay together: `test-e2e-2` holds the second eight files of `test/e2e`. */
function groupsOf(files) {
  const byFolder = new Map();
  for (const file of files) byFolder.set(folderOf(file), [...(byFolder.get(folderOf(file)) ?? []), file]);
  return [...byFolder].flatMap(([folder, members]) => {
    const size = Math.ceil(members.length / Math.ceil(members.length / MAX_FILES));
    return Array.from({ length: Math.ceil(members.length / size) }, (_, index) => [
      `${folder.replaceAll('/', '-')}-${index + 1}`,
      members.slice(index * size, (index + 1) * size),
    ]);
  });
}

function folderOf(file) {
  return file.split('/').slice(0, 2).join('/');
}

/** Hooks outside of every `describe` would run for the neighbours too, and snapshots are found by the name of the file. */
function runsAlone(root, file) {
  return /^(before|after)(All|Each)\(|\.toMatchSnapshot\(/m.test(readFileSync(path.join(root, file), 'utf8'));
}
