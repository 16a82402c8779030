import type { z } from 'zod';
import { SETTINGS, type SettingName } from './settings.js';

/** The settings of one process, typed and checked. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };

export interface ConfigProblem {
  readonly name: SettingName;
  readonly messageJa: string;
  readonly messageEn: string;
}

/** What must be there as well where a setting is given. */
const COMPANIONS = {
  S3_ENDPOINT: ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  MAIL_DKIM_DOMAIN: ['MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY_FILE'],
  MAIL_DKIM_SELECTOR: ['MAIL_DKIM_DOMAIN'],
  MAIL_DKIM_KEY_FILE: ['MAIL_DKIM_DOMAIN'],
} as const satisfies Partial<Record<SettingName, readonly SettingName[]>>;

/** Thrown at boot: names every setting that cannot be used, not only the first. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map((problem) => `${problem.messageJa} / ${problem.messageEn}`).join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Reads all settings from `env`.
 * @throws ConfigError naming every missing or unusable setting. Values are never repeated: they may be secrets.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: ConfigProblem[] = [];
  const config: Record<string, unknown> = {};
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const setting = SETTINGS[name];
    const result = setting.schema.safeParse(env[name] ?? setting.default);
    if (result.success) {
      config[name] = result.data;
      continue;
    }
    problems.push(problemOf(name, result.error.issues[0]?.message ?? 'unusable'));
  }
  for (const [given, companions] of Object.entries(COMPANIONS)) {
    if (!config[given]) continue;
    const missing = companions.filter((name) => config[name] === null && !problems.some((each) => each.name === name));
    problems.push(...missing.map((name) => problemOf(name, `is needed with ${given}`)));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config) as Config;
}

function problemOf(name: SettingName, reason: string): ConfigProblem {
  return {
    name,
    messageJa: `設定 ${name} が正しくありません。docs/settings.md を見て直してください。`,
    messageEn: `Setting ${name}: ${reason}. See docs/settings.md.`,
  };
}
