import { Inject, Injectable } from '@nestjs/common';
import { Authenticate, type OpenedSession, type SignedIn, SignOut } from '#yui/identity';
import { accessErrors, CONFIG, type Config } from '#yui/platform';
import type { RequestContext } from '../graphql/request-context.js';
import { Cookies } from '../http/session-cookie.js';
import { DescribeActor } from './describe-actor.js';
import type { MeType } from './session.types.js';

const BROWSER_REMEMBERED_SECONDS = 180 * 86_400;
const PROVIDER_SECRET_SECONDS = 600;

/** Puts what a sign-in made into the browser, and tells the person who they are now. */
@Injectable()
export class SessionAnswer {
  private readonly cookies: Cookies;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly authenticate: Authenticate,
    private readonly signOut: SignOut,
    private readonly describeActor: DescribeActor,
  ) {
    this.cookies = new Cookies(config);
  }

  async signedIn(request: RequestContext, { browserToken, ...session }: SignedIn): Promise<MeType> {
    // A session that was open in this browser ends: anyone who knew its token knows nothing of the new one.
    if (request.sessionToken !== null) await this.signOut.execute(request.sessionToken);
    const me = await this.renewed(request, session);
    this.cookies.browser.write(request.reply, browserToken, BROWSER_REMEMBERED_SECONDS);
    return me;
  }

  /** The same session under a new token. */
  async renewed(request: RequestContext, { token, expiresAt }: OpenedSession): Promise<MeType> {
    this.cookies.session.write(request.reply, token, expiresAt);
    return this.describe(request, token);
  }

  async describe(request: RequestContext, token: string | null): Promise<MeType> {
    const mark = { requestId: request.requestId, address: request.place.address };
    const caller = token === null ? null : await this.authenticate.execute(token, mark);
    if (!caller) throw accessErrors.SIGN_IN_REQUIRED();
    return this.describeActor.execute(caller);
  }

  signedOut(request: RequestContext): void {
    this.cookies.session.clear(request.reply);
    // Anyone who sits down at this browser next finds nothing of what was read.
    void request.reply.header('clear-site-data', '"cache", "storage"');
  }

  leavingForProvider(request: RequestContext, browserSecret: string): void {
    this.cookies.provider.write(request.reply, browserSecret, PROVIDER_SECRET_SECONDS);
  }

  backFromProvider(request: RequestContext): void {
    this.cookies.provider.clear(request.reply);
  }
}
