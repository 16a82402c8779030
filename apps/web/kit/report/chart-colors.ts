/** Colours that people with any kind of colour vision tell apart (after Okabe and Ito), each 3:1 on white or more. */
export const SERIES_FILLS = [
  'fill-series-1',
  'fill-series-2',
  'fill-series-3',
  'fill-series-4',
  'fill-series-5',
  'fill-series-6',
] as const;
export const SERIES_STROKES = [
  'stroke-series-1',
  'stroke-series-2',
  'stroke-series-3',
  'stroke-series-4',
  'stroke-series-5',
  'stroke-series-6',
] as const;
/** Lines differ by their dashes, too: on paper, and for those who see no colour. */
export const SERIES_DASHES = ['', '8 4', '2 4', '12 4 2 4', '4 2', '16 6'] as const;

/** More than these are not told apart; the table has them all. */
export const MAX_SERIES = SERIES_FILLS.length;
