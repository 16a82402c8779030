import { lazyPage } from './lazy-page.js';

export const NotFound = lazyPage(() => import('./not-found.js'), 'NotFound');
