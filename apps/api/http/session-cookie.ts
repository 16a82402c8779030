import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#yui/platform';

/**
 * The session in the browser: readable by no script, sent along by no other site. With https the name itself binds the
 * cookie to this host (`__Host-`); over plain http, on one's own machine, browsers refuse that name.
 */
export class SessionCookie {
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor(config: Pick<Config, 'PUBLIC_URL'>) {
    this.isSecure = new URL(config.PUBLIC_URL).protocol === 'https:';
    this.name = this.isSecure ? '__Host-yui' : 'yui';
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] || null;
  }

  write(reply: FastifyReply, token: string, expires: Date): void {
    this.set(reply, token, expires);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', new Date(0));
  }

  private set(reply: FastifyReply, value: string, expires: Date): void {
    void reply.setCookie(this.name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      expires,
    });
  }
}
