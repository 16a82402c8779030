import { defineErrors } from '#yui/platform';

export const webhookErrors = defineErrors('WEBHOOK', {
  URL: {
    ja: '送り先は https:// で始まるアドレスにしてください。ユーザー名・パスワードや # は入れられません。',
    en: 'Give an address that begins with https://, without a user name, a password or a #.',
  },
  ADDRESS: {
    ja: 'この送り先には送れません。インターネットから届くアドレスを入れてください（社内や、この機械のアドレスは使えません）。',
    en: 'Nothing can be sent there. Give an address on the internet, not one of a private network or of this machine.',
  },
  EVENT_UNKNOWN: {
    ja: '知らせる出来事を、一覧から1つ以上選んでください。',
    en: 'Choose at least one event of the list.',
  },
  NAME_TAKEN: {
    ja: '同じ名前のWebhookがあります。別の名前にしてください。',
    en: 'There is a webhook with this name. Choose another one.',
  },
  TOO_MANY: {
    ja: 'Webhookは{most}個までです。使わないものを消してください。',
    en: 'There can be {most} webhooks. Remove one that is not used.',
  },
});
