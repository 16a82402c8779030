// `node --import scripts/run-sources.mjs file.ts`: runs the TypeScript of the project as it is, for a process that a spec
// starts. The product runs from `dist/`.
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
