import path from 'node:path';
import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** `npm run build` compresses what this makes and puts it into `dist/web`; see scripts/build-pages.mjs. */
export default defineConfig({
  root: folder,
  // The pure libs by their door, as everywhere else; see docs/decisions/0021.
  resolve: {
    alias: [{ find: /^#yui\/(matching|money|calendar)$/, replacement: path.join(folder, '../../libs/$1/index.ts') }],
  },
  plugins: [tailwindcss(), { ...optimizeLocales.vite({ locales: ['ja-JP', 'en-US'] }), enforce: 'pre' }],
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // Files only: the policy of the pages allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
    // Marks for servers that render components; nothing here does.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  worker: { format: 'es' },
  // `npx vite apps/web` shows changes at once, before an api that `npm start` runs.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/events', '/papers', '/attachments', '/publications', '/answer'].map((path) => [
        path,
        { target: process.env.YUI_API ?? 'http://localhost:4000', changeOrigin: true },
      ]),
    ),
  },
});
