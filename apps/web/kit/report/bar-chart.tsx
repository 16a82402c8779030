import { formatNumber } from '../../words/format.js';
import { SERIES_FILLS } from './chart-colors.js';
import type { Series } from './chart-series.js';

/**
 * Bars of each category, one below the other for each series: text stays as large as on the rest of the page, however
 * narrow the window is.
 */
export function BarChart({
  label,
  categories,
  series,
}: {
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}) {
  const max = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <div role="img" aria-label={label} className="my-4 grid gap-3">
      {categories.map((category, place) => (
        <div key={category} className="grid gap-1 sm:grid-cols-[10rem_1fr] sm:gap-4">
          <span className="font-bold">{category}</span>
          <span className="grid gap-1">
            {series.map(({ name, values }, index) => (
              <span key={name} className="grid grid-cols-[5.5rem_1fr_5rem] items-center gap-2 text-sm">
                <span className="text-quiet">{series.length > 1 ? name : ''}</span>
                <svg viewBox="0 0 200 12" preserveAspectRatio="none" className="h-4 w-full">
                  <rect
                    width={(200 * Math.max(0, values[place] ?? 0)) / max}
                    height="12"
                    className={SERIES_FILLS[index]}
                  />
                  <line x1="0.5" x2="0.5" y1="0" y2="12" className="stroke-line" />
                </svg>
                <span className="text-right tabular-nums">
                  {values[place] === null || values[place] === undefined ? '–' : formatNumber(values[place])}
                </span>
              </span>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
