import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../words/format.js';
import { SERIES_DASHES, SERIES_FILLS, SERIES_STROKES } from './chart-colors.js';
import type { Series } from './chart-series.js';
import { roundTicks } from './ticks.js';

const HEIGHT = 240;
const USUAL_WIDTH = 560;
const MIN_WIDTH = 120;
const MIN_LABEL_WIDTH = 80;
/** Room for a point at the edge. */
const EDGE = 6;

/** Lines over the years: what has no figure is a gap. */
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
  const ticks = roundTicks(series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const [low = 0] = ticks;
  const high = ticks.at(-1) ?? 1;
  const x = (place: number) => (width * (place + 0.5)) / categories.length;
  const y = (value: number) => EDGE + ((HEIGHT - 2 * EDGE) * (high - value)) / (high - low || 1);
  const every = Math.ceil((categories.length * MIN_LABEL_WIDTH) / width);
  return (
    <div role="img" aria-label={label} className="my-4">
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <div className="flex h-60 flex-col-reverse justify-between text-right text-sm leading-none text-quiet">
          {ticks.map((tick) => (
            <span key={tick}>{formatNumber(tick)}</span>
          ))}
        </div>
        <div ref={frame} className="min-w-0">
          <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} className="block max-w-full">
            {ticks.map((tick) => (
              <line key={tick} x1="0" x2={width} y1={y(tick)} y2={y(tick)} className="stroke-faint" />
            ))}
            {series.map(({ name, values }, index) => (
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
        </div>
        <div />
        <div className="mt-1 flex text-center text-sm">
          {categories.map((category, place) =>
            place % every === 0 ? (
              <span key={category} className="flex-1">
                {category}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {series.map(({ name }, index) => (
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
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.max(MIN_WIDTH, entry?.contentRect.width ?? USUAL_WIDTH)),
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
