import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#yui/platform';

const YEAR_SECONDS = 365 * 86_400;

/** Pages run only what they bring along as files of their own; nobody frames them, and forms come back here. */
const PAGE_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
};

const PERMISSIONS_POLICY = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
  .join(', ');

/**
 * Headers of every answer, also of errors and of pages that are not there. Whatever says nothing else of itself is kept by
 * nobody (`no-store`).
 */
export async function installSecurityHeaders(
  server: FastifyInstance,
  config: Pick<Config, 'PUBLIC_URL' | 'HSTS_INCLUDE_SUBDOMAINS'>,
): Promise<void> {
  const isSecure = new URL(config.PUBLIC_URL).protocol === 'https:';
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...PAGE_POLICY, ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}) },
    },
    strictTransportSecurity: isSecure
      ? { maxAge: YEAR_SECONDS, includeSubDomains: config.HSTS_INCLUDE_SUBDOMAINS }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  server.addHook('onRequest', async (_request, reply) => {
    void reply.headers({ 'permissions-policy': PERMISSIONS_POLICY, 'cache-control': 'no-store' });
  });
}
