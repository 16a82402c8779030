import type { Dice } from './dice.js';
import type { Habits } from './habits.js';
import type { Stage } from './stage.js';
import { type Model, type Real, Step } from './step.js';

/** A minute after the next moment at which something ends because nobody did anything; null: nothing will. */
const NEXT_DEADLINE = `
  SELECT ceil(extract(epoch FROM min(at) - yui_now()) / 60)::int + 1 AS minutes FROM (
    SELECT answer_by AS at FROM assignment WHERE status = 'OFFERED'
    UNION ALL SELECT closes_at FROM call WHERE status = 'OPEN'
    UNION ALL SELECT valid_until FROM quote WHERE status = 'ISSUED'
    UNION ALL SELECT ((delivered_at AT TIME ZONE 'Asia/Tokyo')::date + acceptance_days + 1)::timestamp AT TIME ZONE 'Asia/Tokyo'
      FROM work_order JOIN order_terms ON work_order_id = work_order.id WHERE status = 'DELIVERED'
    UNION ALL SELECT coalesce(negotiating_at, ordered_at) + interval '30 days'
      FROM contract JOIN work_order ON work_order.id = work_order_id WHERE contract.status IN ('INTRODUCED', 'NEGOTIATING')
  ) deadline WHERE at >= yui_now()`;

/** Time passes; what has become due happens. */
export class Wait extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }

  protected async take(_: Model, { stage, habits }: Real, dice: Dice): Promise<string> {
    return letTimePass(stage, habits, dice);
  }
}

export async function letTimePass(stage: Stage, habits: Habits, dice: Dice): Promise<string> {
  const deadline = habits.do('lets deadlines pass', dice) ? await minutesToDeadline(stage) : null;
  const hours = habits.do('takes its time', dice) ? dice.one([4 * 24, 11 * 24, 33 * 24]) : dice.one([5, 5, 26]);
  const minutes = deadline ?? hours * 60;
  await stage.passMinutes(minutes);
  return `${Math.floor(minutes / 60)} hours and ${minutes % 60} minutes pass`;
}

async function minutesToDeadline(stage: Stage): Promise<number | null> {
  const [row] = await stage.rows<{ minutes: number | null }>(NEXT_DEADLINE);
  return row?.minutes ?? null;
}
