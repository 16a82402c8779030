import { type ChildLog, openChildLog } from './child-log.js';
import type { ProductChild } from './child-specs.js';
import type { ProcessIdentity } from './process-identity.js';
import { type ChildEvent, ChildFailedError } from './supervised-child.js';
import { CliError } from '../command.js';
import { Supervisor } from './supervisor.js';

const DISPLAY_NAMES: Record<string, string> = {
  postgres: 'PostgreSQL',
  mail: 'メール受信 / mail catcher',
  worker: 'ワーカー / worker',
  api: 'API',
};

/** The children of the product with their logs, and what a person at the terminal gets to see of them. */
export class ProductChildren {
  private readonly supervisor = new Supervisor((spec, event) => this.onEvent(spec.name, event));
  private readonly logs = new Map<string, ChildLog>();
  /** Children that have been ready once; before that their output is kept for the case that they fail. */
  private readonly started = new Set<string>();
  private readonly dead = new Set<string>();

  constructor(
    private readonly logFolder: string,
    private readonly onStarted: (name: string, child: ProcessIdentity) => void,
  ) {}

  /** @throws CliError START.CHILD_FAILED with the last lines of its log */
  async start(child: ProductChild): Promise<void> {
    const { name, important } = child;
    const log = openChildLog(this.logFolder, name);
    this.logs.set(name, log);
    const onLine = (line: string) => {
      log.write(line);
      const shown = this.started.has(name) ? important(line) : undefined;
      if (shown !== undefined) console.log(`[${name}] ${shown}`);
    };
    try {
      await this.supervisor.start({ ...child, onLine });
    } catch (error) {
      if (!(error instanceof ChildFailedError)) throw error;
      throw new CliError(
        'START.CHILD_FAILED',
        `${displayName(name)} を起動できませんでした。上の出力と ${this.logFolder} を確かめてください。`,
        `${displayName(name)} could not be started (${error.message}). See the output above and ${this.logFolder}.`,
        log.lastLines(),
      );
    }
    this.started.add(name);
  }

  async stopAll(): Promise<void> {
    await this.supervisor.stopAll((name) => console.log(`▸ 停止 / Stopping: ${displayName(name)}`));
    this.closeLogs();
  }

  async killAll(): Promise<void> {
    await this.supervisor.killAll();
    this.closeLogs();
  }

  private closeLogs(): void {
    for (const log of this.logs.values()) log.close();
  }

  private onEvent(name: string, event: ChildEvent): void {
    if (event.kind === 'started') this.onStarted(name, event.child);
    if (event.kind === 'died') {
      this.dead.add(name);
      const cause = event.signal ?? `exit ${event.code}`;
      const seconds = event.restartInMs / 1000;
      console.log(`! ${displayName(name)} が終了しました（${cause}）。${seconds} 秒後に再起動します。`);
      console.log(`  ${displayName(name)} ended (${cause}); starting it again in ${seconds} s.`);
    }
    if (event.kind === 'ready' && this.dead.delete(name)) {
      console.log(`✓ ${displayName(name)} が復帰しました / is back.`);
    }
  }
}

function displayName(name: string): string {
  return DISPLAY_NAMES[name] ?? name;
}
