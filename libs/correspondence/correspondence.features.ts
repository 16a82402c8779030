import { attachments } from './attachments/attachments.feature.js';
import { enteredFor } from './entered-for/entered-for.feature.js';
import { questions } from './questions/questions.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const CORRESPONDENCE_FEATURES = [questions, attachments, enteredFor];
