export type SignShape = 'circle' | 'play' | 'check' | 'alert' | 'dash' | 'info' | 'cross' | 'plus';

/** Drawn, not written: a sign is no text to be read. */
const PATHS: Readonly<Record<SignShape, string>> = {
  circle: 'M10 5a5 5 0 1 1 0 10a5 5 0 1 1 0-10',
  play: 'M7 5l8 5l-8 5z',
  check: 'M5 10l4 4l7-8',
  alert: 'M10 4v8M10 15v1',
  dash: 'M5 10h10',
  info: 'M10 4v1M10 8v8',
  cross: 'M6 6l8 8M14 6l-8 8',
  plus: 'M10 4v12M4 10h12',
};

export function Sign({ shape, className = '' }: { readonly shape: SignShape; readonly className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className={`size-4 shrink-0 ${className}`}>
      <path d={PATHS[shape]} className="fill-none stroke-current stroke-[2.5]" strokeLinecap="round" />
    </svg>
  );
}
