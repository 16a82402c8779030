import { loadStarterData } from '../registry/index.js';
import type { ReadRequest } from './read-file-apart.js';
import { readRegistryFile } from './registry-file.js';

/** The process that reads one file for `readFileApart` and ends. */
process.once('message', (message) => {
  void answer(message as ReadRequest);
});

async function answer({ content, answers }: ReadRequest): Promise<void> {
  const file = readRegistryFile(content, await loadStarterData(), answers);
  process.send?.(file, () => process.disconnect());
}
