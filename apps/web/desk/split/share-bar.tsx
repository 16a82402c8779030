import { type PointerEvent, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly units: number;
  readonly capacityUnits: number;
  readonly entitlementUnits: number;
  readonly minimumLot: number;
  readonly committedUnits: number;
  readonly scale: number;
  readonly lotSize: number;
  readonly onUnits: (units: number) => unknown;
}

const WIDTH = 400;
const HEIGHT = 20;

/**
 * Pale: what the facility can do until the date. Dark: its share. The tick: its fair share if nothing limited it. The notch:
 * the least it starts for. Hatched below: what it has promised of this step. The end can be drawn; the box beside does the same.
 */
export function ShareBar({
  label,
  units,
  capacityUnits,
  entitlementUnits,
  minimumLot,
  committedUnits,
  scale,
  ...drag
}: Props) {
  const x = (value: number) => Math.min(WIDTH, Math.max(0, (value / scale) * WIDTH));
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef<number | null>(null);
  const unitsAt = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || box.width === 0) return units;
    const wished = ((event.clientX - box.left) / box.width) * scale;
    return Math.max(0, Math.min(capacityUnits, Math.round(wished / drag.lotSize) * drag.lotSize));
  };
  const move = (event: PointerEvent) => {
    if (before.current !== null) drag.onUnits(unitsAt(event));
  };
  return (
    <div ref={frame} className="relative">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-6 w-full"
      >
        <rect width={WIDTH} height={HEIGHT} className="fill-ground" />
        <rect width={x(capacityUnits)} height={HEIGHT} className="fill-blue-200" />
        <rect width={x(units)} height={HEIGHT} className="fill-blue-900" />
        {committedUnits > 0 ? (
          <rect y={HEIGHT - 5} width={x(committedUnits)} height="5" className="fill-green-900" />
        ) : null}
        {minimumLot > 1 ? <rect x={x(minimumLot)} width="1.5" height="6" className="fill-ink" /> : null}
        {entitlementUnits > 0 ? (
          <rect x={x(entitlementUnits) - 1} width="2.5" height={HEIGHT} className="fill-orange-700" />
        ) : null}
        <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} className="fill-none stroke-line" />
      </svg>
      <div
        aria-hidden="true"
        className="no-print absolute -top-1 h-8 w-6 -translate-x-1/2 cursor-ew-resize touch-none"
        style={{ left: `${(x(units) / WIDTH) * 100}%` }}
        onPointerDown={(event) => {
          before.current = units;
          event.currentTarget.setPointerCapture(event.pointerId);
          const leave = (key: KeyboardEvent) => {
            if (key.key !== 'Escape' || before.current === null) return;
            drag.onUnits(before.current);
            before.current = null;
          };
          addEventListener('keydown', leave);
          addEventListener('pointerup', () => removeEventListener('keydown', leave), { once: true });
        }}
        onPointerMove={move}
        onPointerUp={() => {
          before.current = null;
        }}
      >
        <span className="mx-auto block h-full w-1.5 rounded-full border border-white bg-ink" />
      </div>
    </div>
  );
}
