import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../words/format.js';
import type { Series } from './bar-chart.js';
import { MAX_SERIES, SERIES_DASHES, SERIES_FILLS, SERIES_STROKES } from './chart-colors.js';
import { roundTicks } from './ticks.js';

const HEIGHT = 300;
const TOP = 16;
const BOTTOM = 36;
const LEFT = 64;
const RIGHT = 16;
const USUAL_WIDTH = 640;
const MIN_LABEL_WIDTH = 80;

/** Lines over the years: what has no figure is a gap. The first series are drawn when there are too many. */
export function LineChart({
  label,
  categories,
  series,
}: {
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const drawn = series.slice(0, MAX_SERIES);
  const ticks = roundTicks(drawn.flatMap(({ values }) => values.filter((value) => value !== null)));
  const [low = 0] = ticks;
  const high = ticks.at(-1) ?? 1;
  const x = (place: number) => LEFT + ((width - LEFT - RIGHT) * (place + 0.5)) / categories.length;
  const y = (value: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (high - value)) / (high - low || 1);
  const every = Math.ceil((categories.length * MIN_LABEL_WIDTH) / Math.max(1, width - LEFT - RIGHT));
  return (
    <div ref={frame} role="img" aria-label={label} className="my-4">
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} className="block max-w-full">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className="stroke-faint" />
            <text x={LEFT - 8} y={y(tick) + 5} textAnchor="end" className="fill-quiet text-sm">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {categories.map((category, place) =>
          place % every === 0 ? (
            <text key={category} x={x(place)} y={HEIGHT - 10} textAnchor="middle" className="fill-ink text-sm">
              {category}
            </text>
          ) : null,
        )}
        {drawn.map(({ name, values }, index) => (
          <g key={name}>
            <path
              d={pathOf(values, x, y)}
              className={`fill-none stroke-[2.5] ${SERIES_STROKES[index]}`}
              strokeDasharray={SERIES_DASHES[index]}
            />
            {values.map((value, place) =>
              value === null ? null : (
                <circle key={place} cx={x(place)} cy={y(value)} r="4" className={SERIES_FILLS[index]} />
              ),
            )}
          </g>
        ))}
      </svg>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {drawn.map(({ name }, index) => (
          <span key={name} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 40 8" className="h-2 w-10">
              <line
                x1="0"
                x2="40"
                y1="4"
                y2="4"
                className={`stroke-[3] ${SERIES_STROKES[index]}`}
                strokeDasharray={SERIES_DASHES[index]}
              />
            </svg>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, place) =>
      value === null ? '' : `${place > 0 && values[place - 1] !== null ? 'L' : 'M'}${x(place)} ${y(value)}`,
    )
    .join('');
}

/** The width there is for it. */
function useWidth(frame: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(200, entry?.contentRect.width ?? USUAL_WIDTH)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
