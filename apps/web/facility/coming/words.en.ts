import type { ComingWords } from './words.ja.js';

export const en: ComingWords = {
  title: 'Dates to come',
  empty: 'There are no dates to come.',
  caption: 'List of dates',
  date: 'Date',
  work: 'Work',
  site: 'Site',
  units: 'Units',
  price: 'For one',
  state: 'Answer',
  asked: 'Not yet',
  agreed: 'Yes',
  question: (count) => `Can you do these ${count} dates?`,
  yes: 'Yes to all',
  yesLead: (count) => `Takes ${count} dates into your plan.`,
  no: 'No',
  noLead: (count) => `Declines all ${count} dates. If you can do some of them, tell the desk.`,
};
