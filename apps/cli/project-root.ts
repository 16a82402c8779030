import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project: the nearest one upwards that holds `package.json`, from the sources as from `dist/`. */
export const PROJECT_ROOT = findProjectRoot(import.meta.dirname);

function findProjectRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('package.json not found above the program');
  return findProjectRoot(parent);
}

/** A file of the program, with the extension it has where it runs: `apps/api/main` in `dist/`. */
export function builtFile(name: string): string {
  return path.join(PROJECT_ROOT, 'dist', `${name}.js`);
}
