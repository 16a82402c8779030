import { feature } from '#yui/platform';
import { AccountMails } from './account-mail.js';

export const mails = feature({
  commands: [AccountMails],
});
