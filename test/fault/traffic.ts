import { setTimeout as pause } from 'node:timers/promises';
import { newKey, type Town } from './town.js';

/** Nobody presses a button for longer than this. */
const PATIENCE_MS = 180_000;
const RETRY_MS = 100;

const DRAFT = 'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id } } }';
const SUBMIT = 'mutation ($input: SubmitWorkOrderInput!) { submitWorkOrder(input: $input) { workOrder { id } } }';

interface Answer {
  readonly data?: Record<string, { readonly workOrder: { readonly id: string } }> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** A buyer who sends every command until it is acknowledged, with the same key, to whichever api answers. */
export class Traffic {
  /** Orders whose submission was acknowledged. */
  readonly acknowledged: string[] = [];
  tried = 0;
  lastAcknowledgedAt = 0;
  /** Answers that are neither success nor a reason to try again. */
  readonly strange: string[] = [];

  constructor(private readonly town: Town) {}

  async order(): Promise<string> {
    const dueOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 100, dueOn, specification: 'A4' }];
    const workOrderId = await this.command(DRAFT, { deskId: this.town.deskId, title: '封入作業', lines });
    const submitted = await this.command(SUBMIT, { workOrderId });
    this.acknowledged.push(submitted);
    return submitted;
  }

  private async command(query: string, content: object): Promise<string> {
    const input = { idempotencyKey: newKey(), ...content };
    const deadline = performance.now() + PATIENCE_MS;
    for (let turn = 0; performance.now() < deadline; turn += 1) {
      this.tried += 1;
      const id = await this.send(turn, JSON.stringify({ query, variables: { input } }));
      if (id !== null) {
        this.lastAcknowledgedAt = performance.now();
        return id;
      }
      await pause(RETRY_MS);
    }
    const answers = [...new Set(this.strange)].join(', ');
    throw new Error(`a command was not acknowledged in ${PATIENCE_MS} ms; answered: ${answers}`);
  }

  /** @returns null: try again */
  private async send(turn: number, body: string): Promise<string | null> {
    const { apis, buyer } = this.town;
    const { port } = apis[(this.acknowledged.length + turn) % apis.length]!;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: buyer },
        body,
        signal: AbortSignal.timeout(15_000),
      });
      const { data, errors } = (await response.json()) as Answer;
      const code = errors?.[0]?.extensions.code;
      if (code !== undefined && !code.startsWith('PLATFORM.')) this.strange.push(code);
      return Object.values(data ?? {})[0]?.workOrder.id ?? null;
    } catch {
      return null;
    }
  }
}

/** What of the acknowledged commands does not exist, or exists twice, once all has come to rest. */
export interface Verdict {
  readonly lost: number;
  readonly effectsTwice: number;
  readonly mailsTwice: number;
  readonly setAside: number;
}

export async function judge(town: Town, orders: readonly string[]): Promise<Verdict> {
  const count = async (query: string) => {
    const { rows } = await town.admin.query<{ count: string }>(query, [[...orders]]);
    return Number(rows[0]?.count);
  };
  const told = `FROM unnest($1::uuid[]) AS asked (id) LEFT JOIN outbox_event e
    ON e.name = 'work-order.submitted' AND e.payload->>'workOrderId' = asked.id::text`;
  const lostOrders = await count(
    `SELECT count(*) FROM unnest($1::uuid[]) AS asked (id) LEFT JOIN work_order USING (id)
     WHERE work_order.id IS NULL OR submitted_at IS NULL`,
  );
  const lostEvents = await count(
    `SELECT count(*) ${told} WHERE e.acknowledged_at IS NULL
       OR NOT EXISTS (SELECT FROM notification WHERE event_id = e.id AND channel = 'MAIL')`,
  );
  const effectsTwice =
    (await count(
      `SELECT coalesce(sum(times - 1), 0) AS count FROM (SELECT count(e.id) AS times ${told} GROUP BY asked.id) AS one WHERE times > 1`,
    )) +
    (await count(
      `SELECT coalesce(sum(times - 1), 0) AS count FROM (
         SELECT count(*) AS times FROM notification JOIN (SELECT e.id ${told}) AS own ON own.id = event_id
         GROUP BY event_id, account_id, channel) AS one WHERE times > 1`,
    ));
  const { rows: sent } = await town.admin.query<{ id: string }>(
    `SELECT n.id FROM notification n JOIN (SELECT e.id ${told}) AS own ON own.id = event_id
     WHERE channel = 'MAIL' AND status = 'SENT'`,
    [[...orders]],
  );
  const timesOf = (id: string) => [...town.mail.taken].filter(([message]) => message.includes(id));
  const mails = sent.map(({ id }) => timesOf(id));
  const lostMails = mails.filter((each) => each.length === 0).length;
  const mailsTwice = mails.flat().filter(([id, times]) => times > 1 && !town.mail.swallowed.has(id)).length;
  const setAside = await town.admin.query<{ count: string }>(
    'SELECT count(*) FROM task_trouble WHERE set_aside_at IS NOT NULL',
  );
  return {
    lost: lostOrders + lostEvents + lostMails,
    effectsTwice,
    mailsTwice,
    setAside: Number(setAside.rows[0]?.count),
  };
}

/** Nothing is left to do. */
export async function isAtRest(town: Town): Promise<boolean> {
  const { rows } = await town.admin.query(
    'SELECT FROM outbox_event WHERE acknowledged_at IS NULL AND publish_at IS NOT NULL LIMIT 1',
  );
  return rows.length === 0;
}
