import { changes } from './changes/changes.feature.js';
import { letters } from './letters/letters.feature.js';
import { notifications } from './notifications.feature.js';
import { webhooks } from './webhooks/webhooks.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const NOTIFICATIONS_FEATURES = [notifications, letters, webhooks, changes];
