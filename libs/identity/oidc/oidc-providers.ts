import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { allowInsecureRequests, type Configuration, discovery } from 'openid-client';
import { z } from 'zod';
import { CONFIG, type Config } from '#yui/platform';
import { oidcErrors } from '../accounts/identity.errors.js';

const TIMEOUT_SECONDS = 10;
/** How long what a provider says of itself is believed, keys included. */
const KEPT_MS = 3_600_000;

const isLocal = (url: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

const providerShape = z.strictObject({
  /** Short name in addresses and links. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** What the button says. */
  name: z.string().min(1).max(60),
  organisationId: z.guid(),
  issuer: z.url().refine((text) => new URL(text).protocol === 'https:' || isLocal(new URL(text)), 'must be https'),
  clientId: z.string().min(1),
  /** The secret is never in this file: it is in a file of its own, or in a variable of the environment. */
  clientSecretFile: z.string().min(1).optional(),
  clientSecretVariable: z.string().min(1).optional(),
});

export type OidcProvider = z.output<typeof providerShape>;

interface Discovered {
  readonly at: number;
  readonly configuration: Promise<Configuration>;
}

/**
 * The OpenID Connect providers of organisations, as the operator has written them down (OIDC_PROVIDERS_FILE). No address
 * in it comes from anybody who can sign in. A file that cannot be used stops the process while it starts.
 */
@Injectable()
export class OidcProviders {
  private readonly providers: readonly OidcProvider[];
  private readonly discovered = new Map<string, Discovered>();

  constructor(@Inject(CONFIG) config: Pick<Config, 'OIDC_PROVIDERS_FILE'>) {
    this.providers = config.OIDC_PROVIDERS_FILE === null ? [] : readProviders(config.OIDC_PROVIDERS_FILE);
  }

  list(): readonly OidcProvider[] {
    return this.providers;
  }

  /** @throws OIDC.UNKNOWN_PROVIDER */
  one(key: string): OidcProvider {
    const provider = this.providers.find((candidate) => candidate.key === key);
    if (!provider) throw oidcErrors.UNKNOWN_PROVIDER();
    return provider;
  }

  /** What the provider publishes of itself. @throws OIDC.UNREACHABLE */
  async configurationOf(provider: OidcProvider): Promise<Configuration> {
    const known = this.discovered.get(provider.key);
    const entry = known && performance.now() - known.at < KEPT_MS ? known : this.discover(provider);
    try {
      return await entry.configuration;
    } catch {
      this.discovered.delete(provider.key);
      throw oidcErrors.UNREACHABLE();
    }
  }

  private discover(provider: OidcProvider): Discovered {
    const issuer = new URL(provider.issuer);
    const entry = {
      at: performance.now(),
      configuration: discovery(issuer, provider.clientId, secretOf(provider), undefined, {
        timeout: TIMEOUT_SECONDS,
        // Without TLS only to a provider on this very machine, as in a test.
        execute: issuer.protocol === 'https:' ? [] : [allowInsecureRequests],
      }),
    };
    this.discovered.set(provider.key, entry);
    return entry;
  }
}

function readProviders(file: string): OidcProvider[] {
  const result = z.array(providerShape).safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`OIDC_PROVIDERS_FILE ${file}: ${z.prettifyError(result.error)}`);
  const keys = result.data.map((provider) => provider.key);
  if (new Set(keys).size < keys.length) throw new Error(`OIDC_PROVIDERS_FILE ${file}: two providers have one key`);
  for (const provider of result.data) secretOf(provider);
  return result.data;
}

/** Undefined: a public client, which has none. */
function secretOf({ key, clientSecretFile, clientSecretVariable }: OidcProvider): string | undefined {
  if (clientSecretFile !== undefined) return readFileSync(clientSecretFile, 'utf8').trim();
  if (clientSecretVariable === undefined) return undefined;
  const secret = process.env[clientSecretVariable];
  if (!secret) throw new Error(`OIDC provider ${key}: the variable ${clientSecretVariable} is not set`);
  return secret;
}
