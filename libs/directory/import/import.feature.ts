import { feature } from '#yui/platform';
import { ImportRegistry } from './import-registry.js';

export const registryImport = feature({
  commands: [ImportRegistry],
  auditSentences: {
    importRegistry: { ja: '事業所の名簿を取り込みました。', en: 'Imported a list of facilities.' },
  },
});
