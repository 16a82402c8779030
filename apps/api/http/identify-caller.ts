import type { FastifyRequest } from 'fastify';
import type { Authenticate, AuthenticateToken, Caller, Place } from '#yui/identity';
import { subscriberOf } from './network.js';
import type { Cookies } from './session-cookie.js';

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/** Who is asking, from where, and with what in the hand. */
export interface Identified {
  /** Null: nobody is signed in. */
  readonly caller: Caller | null;
  readonly sessionToken: string | null;
  readonly place: Place;
  /** Names the sign-in through a provider that this browser has begun. */
  readonly providerSecret: string | null;
}

/** Finds out who is asking: a person by their cookie, or a machine by its token. A request with a token has no cookie. */
export class IdentifyCaller {
  constructor(
    private readonly cookies: Cookies,
    private readonly authenticate: Authenticate,
    private readonly authenticateToken: AuthenticateToken,
  ) {}

  async execute(request: FastifyRequest): Promise<Identified> {
    const place = {
      address: subscriberOf(request.ip),
      browserToken: this.cookies.browser.read(request),
      userAgent: request.headers['user-agent'] ?? '',
    };
    const mark = { requestId: request.id, address: request.ip };
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      const caller = token === undefined ? null : await this.authenticateToken.execute(token, mark);
      return { caller, sessionToken: null, place, providerSecret: null };
    }
    const sessionToken = this.cookies.session.read(request);
    const caller = sessionToken === null ? null : await this.authenticate.execute(sessionToken, mark);
    return { caller, sessionToken, place, providerSecret: this.cookies.provider.read(request) };
  }
}
