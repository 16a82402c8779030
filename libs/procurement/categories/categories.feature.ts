import { feature } from '#yui/platform';
import { CategoryMappingEntry } from './category-mapping-entry.entity.js';
import { CategoryMapping } from './category-mapping.entity.js';
import { CategoryQueries } from './category.queries.js';
import { SetCategoryMapping } from './set-category-mapping.js';

export const categories = feature({
  entities: [CategoryMappingEntry, CategoryMapping],
  commands: [SetCategoryMapping],
  queries: [CategoryQueries],
  auditSentences: {
    setCategoryMapping: { ja: '調達分類の対応表を変更しました。', en: 'Changed the mapping of categories.' },
  },
});
