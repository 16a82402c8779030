import { Inject, Injectable } from '@nestjs/common';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { CONFIG, type Config, SYSTEM, UnitOfWork } from '#yui/platform';
import { type ChallengeKind, keepChallenge, takeChallenge } from '../challenges/challenges.js';
import { oidcErrors } from '../accounts/identity.errors.js';
import { newSecretToken } from '../secrets/secret-token.js';
import { type OidcProvider, OidcProviders } from './oidc-providers.js';

/** Where providers send people back to: a page of ours, which hands its own address to the api. */
export const OIDC_CALLBACK_PATH = '/sign-in/oidc';

interface Kept {
  readonly providerKey: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OidcStart {
  /** Where to send the browser. */
  readonly url: string;
  /** What this browser must still have when it comes back: an address slipped to somebody else is worth nothing. */
  readonly browserSecret: string;
}

/** Whom the provider vouches for. */
export interface OidcPerson {
  readonly provider: OidcProvider;
  readonly issuer: string;
  readonly subject: string;
}

/** The way to a provider and back (authorization code flow with PKCE, state and nonce), for signing in and for linking. */
@Injectable()
export class OidcExchange {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly providers: OidcProviders,
  ) {}

  /** @throws OIDC.UNKNOWN_PROVIDER, OIDC.UNREACHABLE */
  async start(
    providerKey: string,
    kind: Extract<ChallengeKind, `OIDC_${string}`>,
    accountId: string | null,
  ): Promise<OidcStart> {
    const configuration = await this.providers.configurationOf(this.providers.one(providerKey));
    const kept: Kept = {
      providerKey,
      state: randomState(),
      nonce: randomNonce(),
      codeVerifier: randomPKCECodeVerifier(),
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: new URL(OIDC_CALLBACK_PATH, this.config.PUBLIC_URL).href,
      scope: 'openid',
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await calculatePKCECodeChallenge(kept.codeVerifier),
      code_challenge_method: 'S256',
    });
    const browserSecret = newSecretToken();
    await this.unitOfWork.run(SYSTEM, async (tx) =>
      keepChallenge(tx, { kind, secret: browserSecret, accountId, content: kept }),
    );
    return { url: url.href, browserSecret };
  }

  /**
   * @param callbackUrl the address the provider sent the browser to
   * @throws ACCOUNT.CHALLENGE_EXPIRED, OIDC.FAILED, OIDC.UNREACHABLE
   */
  async finish(
    callbackUrl: string,
    browserSecret: string | null,
    kind: Extract<ChallengeKind, `OIDC_${string}`>,
    accountId: string | null,
  ): Promise<OidcPerson> {
    if (browserSecret === null || !URL.canParse(callbackUrl)) throw oidcErrors.FAILED();
    const kept = await this.unitOfWork.run(SYSTEM, async (tx) =>
      takeChallenge<Kept>(tx, { kind, secret: browserSecret, accountId }),
    );
    const provider = this.providers.one(kept.providerKey);
    const configuration = await this.providers.configurationOf(provider);
    const currentUrl = new URL(OIDC_CALLBACK_PATH, this.config.PUBLIC_URL);
    // Of the address only what the provider added is taken: our own is known.
    currentUrl.search = new URL(callbackUrl).search;
    try {
      const tokens = await authorizationCodeGrant(configuration, currentUrl, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw oidcErrors.FAILED();
      return { provider, issuer: claims.iss, subject: claims.sub };
    } catch {
      throw oidcErrors.FAILED();
    }
  }
}
