import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { SampleSignIn } from '#yui/directory';
import type { Config } from '#yui/platform';
import { CliError } from '../command.js';
import { migrateDatabase } from '../database.js';
import { step } from '../terminal.js';
import {
  apiChild,
  apiUrl,
  mailChild,
  mailPageUrl,
  postgresChild,
  workerChild,
  workerHealthUrl,
} from './child-specs.js';
import { type InstanceLock, takeInstanceLock } from './instance-lock.js';
import { explainPostgresFailure, prepareOwnPostgres } from './own-postgres.js';
import { requireFreePorts } from './ports.js';
import { databaseUrlOf, ensureDatabase } from './postgres-database.js';
import { identifyProcess, stopProcess } from './process-identity.js';
import { databaseUrlFor, processUrlsOn } from './process-users.js';
import { ProductChildren } from './product-children.js';
import { readRunFile, removeRunFile, type RunState, writeRunFile } from './run-file.js';
import { loadReferenceLists, loadSampleData } from './sample.js';
import {
  childEnvironment,
  listWantedPorts,
  requireGoodConfig,
  requirePrivateSample,
  type StartSettings,
} from './start-settings.js';

export interface ProductSummary {
  /** Where people begin; null where no pages are served. */
  pagesUrl: string | null;
  apiUrl: string;
  mailPageUrl: string | null;
  logFolder: string;
  signIns: readonly SampleSignIn[];
  /** False: people of desks get in with a password alone, because everybody knows the passwords of the sample anyway. */
  isSecondFactorRequired: boolean;
}

/** The whole product on one machine: its own PostgreSQL, mail catcher, worker and api, from start to stop. */
export class Product {
  private readonly children: ProductChildren;
  private readonly stopping = new AbortController();
  private readonly logFolder: string;
  private readonly run: RunState;
  private lock: InstanceLock | undefined;

  constructor(
    private readonly env: Readonly<Record<string, string | undefined>>,
    private readonly settings: StartSettings,
  ) {
    this.logFolder = path.join(settings.dataFolder, 'logs');
    const launcher = identifyProcess(process.pid) ?? { pid: process.pid, birth: '' };
    this.run = { launcher, children: {}, databaseUrl: null, apiUrl: null, workerHealthUrl: null, mail: null };
    this.children = new ProductChildren(this.logFolder, (name, child) => {
      this.run.children[name] = child;
      this.writeRun();
    });
  }

  /** @throws CliError for what a person can mend; whatever was started before is for `stop` to end */
  async start(): Promise<ProductSummary> {
    const { settings, run, children } = this;
    const config = await this.step('設定とポートを確かめています', 'Checking settings and ports', () => this.check());
    const databaseUrl = settings.runsPostgres ? await this.startPostgres() : (this.env.DATABASE_URL ?? '');
    const env = childEnvironment(this.env, settings, databaseUrl);
    await this.step('データベースの形を整えています', 'Migrating the database', () => migrateDatabase(databaseUrl));
    const signIns = settings.hasSampleData
      ? await this.step('見本のデータを確かめています', 'Sample data', () => loadSampleData(databaseUrl))
      : await this.step('基本の一覧を確かめています', 'Reference lists', () => loadReferenceLists(databaseUrl));
    // Anyone who tries the product need not set up an authenticator app first; anyone who said what they want gets that.
    if (signIns.length > 0) {
      env.SECOND_FACTOR_REQUIRED ||= 'false';
      env.SAMPLE_SIGN_INS ||= 'true';
    } else {
      // Where nobody tries things out, people ask through the pages alone; programs have tokens.
      env.PERSISTED_DOCUMENTS_ONLY ||= 'people';
    }
    if (settings.runsMailCatcher) {
      run.mail = { smtpUrl: `smtp://127.0.0.1:${settings.mailSmtpPort}`, pageUrl: mailPageUrl(settings) };
    }
    const urls = await this.processUrls(databaseUrl);
    await this.step('メール受信・ワーカー・API を起動しています', 'Starting mail catcher, worker and api', () => {
      // Together, since most of a start is loading code; they stop in the opposite order of this list.
      const envOf = (process: 'api' | 'worker') => ({ ...env, DATABASE_URL: urls[process] });
      const list = [
        ...(run.mail ? [mailChild(settings)] : []),
        workerChild(envOf('worker'), config),
        apiChild(envOf('api'), config),
      ];
      return Promise.all(list.map((child) => children.start(child)));
    });
    Object.assign(run, { databaseUrl, apiUrl: apiUrl(config), workerHealthUrl: workerHealthUrl(config) });
    this.writeRun();
    return {
      pagesUrl: config.PAGES_DIR === null ? null : config.PUBLIC_URL,
      apiUrl: apiUrl(config),
      mailPageUrl: run.mail?.pageUrl ?? null,
      logFolder: this.logFolder,
      signIns,
      isSecondFactorRequired: env.SECOND_FACTOR_REQUIRED !== 'false',
    };
  }

  /** Stops every child in order, api first and PostgreSQL last, and gives the data folder free. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.children.stopAll();
    this.leave();
  }

  /** Kills every child at once. */
  async kill(): Promise<void> {
    this.stopping.abort();
    await this.children.killAll();
    this.leave();
  }

  /** Neither process signs in as the owner of the tables. */
  private async processUrls(databaseUrl: string): Promise<Readonly<Record<'api' | 'worker', string>>> {
    const { runsPostgres, apiDatabaseUrl: api, workerDatabaseUrl: worker } = this.settings;
    if (runsPostgres) return { api: databaseUrlFor('api', databaseUrl), worker: databaseUrlFor('worker', databaseUrl) };
    if (api !== null && worker !== null) return { api, worker };
    return processUrlsOn(databaseUrl);
  }

  private leave(): void {
    if (!this.lock) return;
    removeRunFile(this.settings.dataFolder);
    this.lock.release();
    this.lock = undefined;
  }

  private async check(): Promise<Config> {
    const { dataFolder } = this.settings;
    const config = await requireGoodConfig(this.env, this.settings);
    requirePrivateSample(this.settings, config);
    openDataFolder(dataFolder);
    this.lock = takeInstanceLock(dataFolder);
    await stopChildrenOf(readRunFile(dataFolder));
    await requireFreePorts(listWantedPorts(this.settings, config));
    return config;
  }

  private async startPostgres(): Promise<string> {
    const { place, secrets } = await this.step(
      'データベースの場所を整えています',
      'Preparing the database folder',
      () => prepareOwnPostgres(this.settings, this.stopping.signal),
    );
    await this.step('PostgreSQL を起動しています', 'Starting PostgreSQL', async () => {
      try {
        await this.children.start(postgresChild(place, secrets));
      } catch (error) {
        throw error instanceof CliError ? explainPostgresFailure(place.cluster, error.details) : error;
      }
      await ensureDatabase(secrets, { mayCreateDatabases: false });
    });
    return databaseUrlOf(secrets);
  }

  /** A step that is not begun any more once somebody wants to stop. */
  private async step<T>(ja: string, en: string, work: () => Promise<T>): Promise<T> {
    this.stopping.signal.throwIfAborted();
    return step(ja, en, work);
  }

  private writeRun(): void {
    // A child that comes back while everything stops must not bring the file back.
    if (this.lock && !this.stopping.signal.aborted) writeRunFile(this.settings.dataFolder, this.run);
  }
}

function openDataFolder(folder: string): void {
  // Root lends its PostgreSQL to another account, which has to pass through here; what is secret has its own rights.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, mode);
  } catch (error) {
    throw new CliError(
      'START.FOLDER_DENIED',
      `データのフォルダー ${folder} を使えません。前に起動したのと同じユーザーで実行してください。`,
      `The data folder ${folder} cannot be used. Run as the same user as before.`,
      String(error),
    );
  }
}

/** Children of a killed launcher leave by themselves; this waits for them and ends those that hang. */
async function stopChildrenOf(former: RunState | undefined): Promise<void> {
  // PostgreSQL does not leave by itself; it is found by its folder.
  const children = Object.entries(former?.children ?? {}).filter(([name]) => name !== 'postgres');
  await Promise.all(
    children.map(([, child]) =>
      stopProcess(child, [
        { signal: 'SIGTERM', deadlineMs: 15_000 },
        { signal: 'SIGKILL', deadlineMs: 2_000 },
      ]),
    ),
  );
}
