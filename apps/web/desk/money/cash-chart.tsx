import type { CashPlanQuery } from '../../data/generated/types.js';

const WIDTH = 720;
const HEIGHT = 160;
const EDGE = 8;
const DAY_MS = 86_400_000;

type Flow = Pick<CashPlanQuery['cashPlan']['flows'][number], 'on' | 'runningYen'>;

/** How the sum moves from day to day; below the line the desk lays money out. The table beside says the same in numbers. */
export function CashChart({ flows, label }: { readonly flows: readonly Flow[]; readonly label: string }) {
  const [first, last] = [dayNumber(flows[0]!.on), dayNumber(flows.at(-1)!.on)];
  const sums = flows.map(({ runningYen }) => runningYen);
  const [lowest, highest] = [Math.min(0, ...sums), Math.max(0, ...sums)];
  const x = (day: number) =>
    last === first ? WIDTH / 2 : EDGE + ((day - first) / (last - first)) * (WIDTH - 2 * EDGE);
  const y = (yen: number) =>
    highest === lowest ? HEIGHT / 2 : EDGE + ((highest - yen) / (highest - lowest)) * (HEIGHT - 2 * EDGE);
  const steps = flows.map(({ on, runningYen }) => `H${x(dayNumber(on))}V${y(runningYen)}`).join('');
  const line = `M0 ${y(0)}${steps}H${WIDTH}`;
  return (
    <figure className="mb-6">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-40 w-full border border-faint"
      >
        <path d={`${line}V${y(0)}Z`} className="fill-blue-50" />
        <path d={`M0 ${y(0)}H${WIDTH}`} className="stroke-line" strokeDasharray="4 4" />
        <path d={line} className="fill-none stroke-blue-900 stroke-2" vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption className="text-sm text-quiet">{label}</figcaption>
    </figure>
  );
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
