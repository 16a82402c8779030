import type { DeliveryPlaceWords } from './words.ja.js';

/** Facilities read places, and never write them. */
export const easy: Partial<DeliveryPlaceWords> = {
  list: '{届|とど}ける ところ',
  part: (name, units, day) => `${name}　${units}　${day}`,
};
