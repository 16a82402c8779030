import { amendments } from './amendments/amendments.feature.js';
import { cancellations } from './cancellations/cancellations.feature.js';
import { rejections } from './rejections/rejections.feature.js';
import { shareChanges } from './share-changes/share-changes.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const CHANGES_FEATURES = [amendments, shareChanges, cancellations, rejections];
