import { feature } from '#yui/platform';
import { LinkProvider, UnlinkProvider } from './link-provider.js';
import { OidcExchange } from './oidc-exchange.js';
import { OidcIdentity } from './oidc-identity.entity.js';
import { OidcProviders } from './oidc-providers.js';
import { SignInWithProvider } from './sign-in-with-provider.js';

export const oidc = feature({
  entities: [OidcIdentity],
  commands: [LinkProvider, UnlinkProvider, OidcProviders, SignInWithProvider],
  parts: [OidcExchange],
  auditSentences: {
    linkProvider: { ja: '組織のサインインと結びつけました。', en: "Linked an organisation's sign-in." },
    unlinkProvider: { ja: '組織のサインインとの結びつきを外しました。', en: "Unlinked an organisation's sign-in." },
  },
});
