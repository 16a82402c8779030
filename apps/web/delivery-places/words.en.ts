import type { DeliveryPlaceWords } from './words.ja.js';

export const en: DeliveryPlaceWords = {
  heading: 'Several delivery places',
  lead: 'State how much goes where and by when. Facilities that do the work see places and quantities.',
  list: 'Delivery places',
  place: (position) => `Place ${position}`,
  name: 'Name of the place',
  nameHint: 'Building, floor, room, who takes it: “North building 2F, welfare section”',
  address: 'Address',
  department: 'Department',
  noDepartment: 'None',
  quantity: 'Quantity',
  due: 'Due (empty: with the line)',
  add: 'Add a place',
  remove: (position) => `Remove place ${position}`,
  part: (name, units, day) => `${name}: ${units}, ${day}`,
  sumDiffers: (sum, quantity) =>
    `The places take ${sum}, the line is of ${quantity}: they have not been changed since the order was.`,
  edit: 'Change the places',
  editLead: 'Enter what the buyer told you. The buyer is told, and papers are issued again.',
  submit: 'Set these places',
  done: 'The places are changed. The buyer is told.',
};
