import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { isToBePaused, nextAttemptAt } from './delivery-plan.js';
import { isWebhookUrl, pinnedAddress, postWebhook } from './post-webhook.js';
import { isPublicAddress } from './public-address.js';
import { newWebhookSecret, webhookHeaders } from './webhook-signature.js';

describe('the signature of a webhook', () => {
  it('is that of the example published with Standard Webhooks', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
    expect(webhookHeaders(message, [secret], 1_614_265_330_000)).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is one for each secret in force, over id, time and body', () => {
    assertProperty(
      fc.property(fc.string({ maxLength: 200 }), fc.uuid(), fc.nat({ max: 2_000_000_000 }), (body, id, seconds) => {
        const secrets = [newWebhookSecret(), newWebhookSecret()];
        const headers = webhookHeaders({ id, body }, secrets, seconds * 1000 + 999);
        const expected = secrets.map((secret) => {
          const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
          return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
        });
        expect(headers['webhook-signature'].split(' ')).toEqual(expected);
      }),
    );
  });

  it('has a secret of 32 random bytes', () => {
    const secrets = Array.from({ length: 20 }, () => newWebhookSecret());
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  });
});

const PRIVATE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.7',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
];
const PUBLIC = ['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '169.253.1.1', '2606:4700:4700::1111'];
const hex = (v4: string) =>
  v4
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{4})/, '$1:');

describe('where a webhook may be sent', () => {
  it.each([
    ...PRIVATE,
    ...PRIVATE.flatMap((v4) => [
      `::ffff:${v4}`,
      `::ffff:${hex(v4)}`,
      `::${v4}`,
      `64:ff9b::${hex(v4)}`,
      `2002:${hex(v4)}::1`,
    ]),
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    'localhost',
    '',
    '1',
  ])('not to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(PUBLIC)('to %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('never into 10/8, 127/8, 169.254/16 or 192.168/16, however the address is written', () => {
    const blocks = fc.constantFrom([10], [127], [169, 254], [192, 168]);
    const rest = fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 255 })));
    assertProperty(
      fc.property(blocks, rest, (block, parts) => {
        const bytes = [...block, ...parts].slice(0, 4);
        const [a = 0, b = 0, c = 0, d = 0] = bytes;
        const written = [
          bytes.join('.'),
          String(((a * 256 + b) * 256 + c) * 256 + d),
          `0x${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
          `${a}.${b}.${c * 256 + d}`,
          bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
          `::ffff:${bytes.join('.')}`,
        ];
        expect(written.filter(isPublicAddress)).toEqual([]);
      }),
    );
  });

  const internet = { isLocalAllowed: false };

  it.each([
    'http://example.jp/',
    'ftp://example.jp/',
    'https://user:secret@example.jp/',
    'https://example.jp/#here',
    'file:///etc/passwd',
    'example.jp',
    '',
  ])('not to an address like %s', (url) => {
    expect(isWebhookUrl(url, internet)).toBe(false);
  });

  it('keeps to https where it is not for a test', () => {
    expect(isWebhookUrl('https://example.jp/hook?key=1', internet)).toBe(true);
    expect(isWebhookUrl('http://127.0.0.1:1/', { isLocalAllowed: true })).toBe(true);
  });

  it.each(['localhost', '127.0.0.1', '[::1]', '[::ffff:7f00:1]', '169.254.169.254'])(
    'not to a name or a number of this machine: %s',
    async (host) => {
      expect(await pinnedAddress(host, internet)).toBeNull();
      const outcome = await postWebhook(`https://${host}/`, {}, '{}', internet);
      expect(outcome).toEqual({ fault: 'ADDRESS', responseStatus: null, responseText: '' });
    },
  );

  it('not to a number written as a browser would read it', async () => {
    for (const host of ['2130706433', '0x7f.1', '017700000001', '127.1']) {
      const outcome = await postWebhook(`https://${host}/`, {}, '{}', internet);
      expect(outcome.fault).toBe('ADDRESS');
    }
  });
});

describe('what follows when nobody takes a webhook', () => {
  const now = new Date('2026-11-30T00:00:00Z');

  it('is nine more attempts over three days, each later than the one before', () => {
    const waits = Array.from({ length: 9 }, (_, index) => Number(nextAttemptAt(index + 1, now)) - now.getTime());
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(4);
    expect(nextAttemptAt(10, now)).toBeNull();
  });

  it('is a pause after a day of failures, the last attempt, or 410', () => {
    const failed = { responseStatus: 500, isLastAttempt: false, failures: 20, failingSince: now, now };
    const dayBefore = new Date(now.getTime() - 86_400_000);
    expect(isToBePaused(failed)).toBe(false);
    expect(isToBePaused({ ...failed, failingSince: dayBefore })).toBe(true);
    expect(isToBePaused({ ...failed, failingSince: dayBefore, failures: 19 })).toBe(false);
    expect(isToBePaused({ ...failed, isLastAttempt: true })).toBe(true);
    expect(isToBePaused({ ...failed, responseStatus: 410 })).toBe(true);
  });
});
