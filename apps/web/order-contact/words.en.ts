import type { OrderContactWords } from './words.ja.js';

export const en: OrderContactWords = {
  heading: 'The buyer’s number and contact',
  buyerNumber: 'The buyer’s own number',
  buyerNumberHint: 'By which the buyer files the order. It is printed on quotes, delivery notes and invoices.',
  person: 'Contact person',
  personHint: 'Department and name. Papers are addressed to that person; facilities do not see it.',
  phone: 'Phone of the contact person',
  inspector: 'Inspector',
  inspectorHint: 'Who accepts for the buyer, with title. Named on the acceptance paper.',
  change: 'Change number and contact',
  submit: 'Save',
  done: 'Saved. Papers say so from now on.',
};
