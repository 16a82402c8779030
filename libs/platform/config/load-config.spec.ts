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

  it('is documented whole in docs/settings.md', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect(page).toContain(
        `| \`${name}\` | ${setting.default ? `\`${setting.default}\`` : ''} | ${setting.meaning} |`,
      );
    }
  });
});
