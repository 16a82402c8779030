import { advice } from './advice/advice.feature.js';
import { basis } from './basis/basis.feature.js';
import { categories } from './categories/categories.feature.js';
import { publications } from './publications/publications.feature.js';
import { rules } from './rules/rules.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const PROCUREMENT_FEATURES = [advice, basis, categories, publications, rules];
