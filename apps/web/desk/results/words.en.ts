import type { ResultWords } from './words.ja.js';

export const en: ResultWords = {
  title: 'Results',
  year: (year) => `FY ${year}`,
  previous: 'Year before',
  next: 'Year after',
  byType: 'By type of contract',
  type: 'Type',
  types: { DESK_CONTRACT: 'Desk contract', BROKERED: 'Brokered', REFERRAL: 'Referral' },
  total: 'Total',
  orders: 'Orders',
  facilities: 'Facilities (times)',
  sales: 'Sales without tax',
  thousands: 'In thousands',
  thousandYen: (amount) => `${amount} thousand yen`,
  list: 'By order',
  number: 'Order',
  buyer: 'Buyer',
  bookedOn: 'Booked on',
  countedLater: ' (counted as an order later)',
  whose: 'Facilities',
  bookedBy: 'What decides the year',
  bookedByAcceptance:
    'The day on which the buyer accepted the work. Of an order accepted in two years each has its sales, and the last counts the order.',
  rounding: 'Rounding of thousands',
  roundingEach: 'Each figure is rounded by itself: the parts need not add up to the total.',
  empty: 'There are no results of this year yet. Orders count when the buyer accepts the work.',
};
