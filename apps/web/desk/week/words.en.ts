import type { WeekWords } from './words.ja.js';

export const en: WeekWords = {
  title: 'Plan of the week',
  lead: 'How everything that is not split yet could be split together. Nothing is decided before you press.',
  summary: 'In short',
  bottlenecks: 'What does not fit',
  bottleneck: (units, works) => `${units} do not fit: ${works}`,
  only: (names) => `Only ${names} can do it, and their time until the date is full.`,
  nobody: 'No facility can do it.',
  lines: (count) => `Work (${count})`,
  placed: (placed) => `Can be placed ${placed}`,
  unplaced: (units) => `Has no place ${units}`,
  shares: (title) => `Proposed split of “${title}”`,
  facility: 'Facility',
  units: 'Units',
  take: 'Split like this',
  takeOf: (title) => `Split like this: “${title}”`,
  takeHint: 'It opens in the split editor with these numbers set by hand; they can be changed before anything is sent.',
  call: 'Ask who could do it',
  callOf: (title) => `Ask who could do it: “${title}”`,
  empty: 'Nothing waits to be split.',
};
