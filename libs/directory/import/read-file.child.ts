import { loadStarterData, readSheets } from '../registry/index.js';
import type { ReadRequest } from './read-file-apart.js';
import { readRegistryFile } from './registry-file.js';

/** The process that reads one file for `readFileApart` and ends. */
process.once('message', (message) => {
  void answer(message as ReadRequest);
});

async function answer({ content, answers }: ReadRequest): Promise<void> {
  const file = answers
    ? readRegistryFile(content, await loadStarterData(), answers)
    : readSheets(content, (cells) => cells.filter((cell) => cell !== '').length > 1);
  process.send?.(file, () => process.disconnect());
}
