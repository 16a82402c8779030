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

  it('is documented whole in docs/settings.md', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect(page).toContain(
        `| \`${name}\` | ${setting.default ? `\`${setting.default}\`` : ''} | ${setting.meaning} |`,
      );
    }
  });
});
