import { feature } from '#yui/platform';
import { Passkey } from './passkey.entity.js';
import { RegisterPasskey } from './register-passkey.js';
import { RelyingParty } from './relying-party.js';
import { RemovePasskey } from './remove-passkey.js';
import { SignInWithPasskey } from './sign-in-with-passkey.js';

export const passkeys = feature({
  entities: [Passkey],
  commands: [RegisterPasskey, RemovePasskey, SignInWithPasskey],
  parts: [RelyingParty],
  auditSentences: {
    registerPasskey: { ja: 'パスキーを登録しました。', en: 'Added a passkey.' },
    removePasskey: { ja: 'パスキーを削除しました。', en: 'Removed a passkey.' },
  },
});
