import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#yui/platform';

/**
 * A secret in the browser: readable by no script, sent along by no other site. With https the name itself binds the
 * cookie to this host (`__Host-`); over plain http, on one's own machine, browsers refuse that name.
 */
export class HostCookie {
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor(config: Pick<Config, 'PUBLIC_URL'>, name: string) {
    this.isSecure = new URL(config.PUBLIC_URL).protocol === 'https:';
    this.name = this.isSecure ? `__Host-${name}` : name;
  }

  read(request: FastifyRequest): string | null {
    return fastifyCookie.parse(request.headers.cookie ?? '')[this.name] || null;
  }

  /** @param until a moment of the database, or seconds from now: the clock of this process may be wrong */
  write(reply: FastifyReply, token: string, until: Date | number): void {
    this.set(reply, token, typeof until === 'number' ? { maxAge: until } : { expires: until });
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', { expires: new Date(0) });
  }

  private set(reply: FastifyReply, value: string, life: { expires: Date } | { maxAge: number }): void {
    void reply.header(
      'set-cookie',
      fastifyCookie.serialize(this.name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: this.isSecure,
        ...life,
      }),
    );
  }
}

/** The session, what recognises the browser at its next sign-in, and a sign-in through a provider that is under way. */
export class Cookies {
  readonly session: HostCookie;
  readonly browser: HostCookie;
  readonly provider: HostCookie;

  constructor(config: Pick<Config, 'PUBLIC_URL'>) {
    this.session = new HostCookie(config, 'yui');
    this.browser = new HostCookie(config, 'yui-browser');
    this.provider = new HostCookie(config, 'yui-provider');
  }
}
