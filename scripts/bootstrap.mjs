import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { arePagesBuilt, buildPages, hashPages } from './build-pages.mjs';
import { compile, hashSources, isCompiled } from './compile.mjs';
import { install, isInstalled, linkPostgresLibraries, requireCompiler } from './install.mjs';
import { printFailure, step } from './steps.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Makes `node_modules` and `dist/` fit the sources; says nothing when they already do. Ends the process on failure. */
export async function prepare({ withPages = true } = {}) {
  await orFail(async () => {
    await prepareModules();
    const sourcesHash = hashSources(root);
    if (!isCompiled(root, sourcesHash)) {
      await step('プログラムを組み立てています', 'Building', () => compile(root, sourcesHash));
    }
    const pagesHash = withPages ? hashPages(root) : null;
    if (withPages && !arePagesBuilt(root, pagesHash)) {
      await step('画面を組み立てています', 'Building the pages', () => buildPages(root, pagesHash));
    }
  });
}

/** The packages alone; throws a `StepError`. */
export async function prepareModules() {
  if (!isInstalled(root)) {
    await step('部品を導入しています（初回は数分かかることがあります）', 'Installing packages', async () => {
      await install(root);
      requireCompiler(root);
    });
  }
  linkPostgresLibraries(root);
}

async function orFail(work) {
  try {
    await work();
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

/** Prepares, then becomes the command line of the product in this same process: signals and exit code stay simple. */
export async function runCli(args) {
  await prepare();
  const main = path.join(root, 'dist', 'apps', 'cli', 'main.js');
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
