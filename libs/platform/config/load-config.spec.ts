import { readFileSync } from 'node:fs';
import { ConfigError, loadConfig } from './load-config.js';
import { SETTINGS } from './settings.js';

const good = { DATABASE_URL: 'postgres://yui@localhost/yui', SMTP_URL: 'smtp://localhost:2525' };

describe('loadConfig', () => {
  it('fills in defaults and types', () => {
    const config = loadConfig(good);
    expect(config.API_PORT).toBe(4000);
    expect(config.REDIS_URL).toBeNull();
    expect(config.CLOCK_MOVABLE).toBe(false);
  });

  it('names every setting that cannot be used, without repeating its value', () => {
    const attempt = () => loadConfig({ ...good, DATABASE_URL: 'mysql://secret', API_PORT: '99999' });
    expect(attempt).toThrow(ConfigError);
    try {
      attempt();
    } catch (error) {
      const { problems, message } = error as ConfigError;
      expect(problems.map((problem) => problem.name)).toEqual(['DATABASE_URL', 'API_PORT']);
      expect(message).not.toContain('secret');
    }
  });

  it('wants a bucket and keys with an S3 service', () => {
    const endpoint = { ...good, S3_ENDPOINT: 'https://s3.example.jp', S3_BUCKET: 'papers' };
    expect(() => loadConfig(endpoint)).toThrow(/S3_ACCESS_KEY_ID: is needed[^]*S3_SECRET_ACCESS_KEY: is needed/);
    expect(loadConfig({ ...endpoint, S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }).S3_BUCKET).toBe('papers');
  });

  it('wants domain, selector and key for signatures, or none of them', () => {
    const dkim = { MAIL_DKIM_DOMAIN: 'example.jp', MAIL_DKIM_SELECTOR: 'yui', MAIL_DKIM_KEY_FILE: '/run/dkim.pem' };
    const names = Object.keys(dkim);
    for (let chosen = 1; chosen < 2 ** names.length - 1; chosen += 1) {
      const some = Object.fromEntries(Object.entries(dkim).filter((_, index) => (chosen >> index) % 2 === 1));
      expect(() => loadConfig({ ...good, ...some })).toThrow(/MAIL_DKIM_\w+: is needed with MAIL_DKIM_/);
    }
    expect(loadConfig({ ...good, ...dkim })).toMatchObject(dkim);
  });

  it('is documented whole in docs/settings.md', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect(page).toContain(
        `| \`${name}\` | ${setting.default ? `\`${setting.default}\`` : ''} | ${setting.meaning} |`,
      );
    }
  });
});
