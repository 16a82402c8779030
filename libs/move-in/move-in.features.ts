import { bring } from './bring/bring.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const MOVE_IN_FEATURES = [bring];
