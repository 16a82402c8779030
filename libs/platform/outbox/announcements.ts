import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/load-config.js';
import { CONFIG } from '../config/config.token.js';
import { startupOptions } from '../database/roles.js';
import { errorForLog } from '../errors/error-for-log.js';
import { ANNOUNCEMENTS, type Announcement } from './outbox-relay.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** `null`: nothing was heard for a while, so anything may have happened. */
type Listener = (announcement: Announcement | null) => void;

/**
 * What happens in the whole product, in this process, as it happens: the relay announces events through PostgreSQL, so it
 * does not matter which process made them. The connection opens with the first listener and is kept up.
 */
@Injectable()
export class Announcements implements OnModuleDestroy {
  private readonly logger = new Logger(Announcements.name);
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private waitMs = FIRST_WAIT_MS;
  private isOver = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @returns what ends listening */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.client && !this.timer) void this.connect();
    return () => this.listeners.delete(listener);
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    this.listeners.clear();
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    this.timer = undefined;
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'yui-announcements',
      options: startupOptions(this.config.DATABASE_URL, 'yui_app'),
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.retry(client, error));
    client.on('end', () => this.retry(client, null));
    client.on('notification', ({ payload }) => this.tell(JSON.parse(payload ?? 'null') as Announcement | null));
    try {
      await client.connect();
      await client.query(`LISTEN ${ANNOUNCEMENTS}`);
      this.waitMs = FIRST_WAIT_MS;
      // Until now nothing was heard, and there were listeners.
      this.tell(null);
    } catch (error) {
      this.retry(client, error);
    }
  }

  private tell(announcement: Announcement | null): void {
    for (const listener of this.listeners) listener(announcement);
  }

  private retry(client: pg.Client, error: unknown): void {
    if (this.isOver || this.client !== client) return;
    this.client = undefined;
    this.logger.warn({ msg: 'announcements are interrupted', error: error === null ? null : errorForLog(error) });
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), this.waitMs);
    this.timer.unref();
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}
