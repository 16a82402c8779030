import type { EnteringWords } from './words.ja.js';

export const en: EnteringWords = {
  heading: 'Entered by the desk',
  channels: { PHONE: 'telephone', FAX: 'fax', MAIL: 'mail', VISIT: 'visit', LETTER: 'letter' },
  said: (who, how, when) => `${who}, by ${how} (${when})`,
  enteredBy: (name, when) => `Entered by ${name}, ${when}`,
  enteredOn: (when) => `Entered ${when}`,
  setting: 'Entering for you (the desk enters what you told it, by telephone for instance)',
  isAllowed: 'Allowed. You are notified whenever the desk has entered something.',
  isRefused: 'Not allowed. The desk cannot enter anything for your organisation.',
  allow: 'Let desks enter for us',
  refuse: 'Let no desk enter for us',
  changed: 'The setting is changed.',
  onlyAdmins: 'Administrators can change this setting.',
};
