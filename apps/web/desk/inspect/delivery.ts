import type { DeliveryQuery } from '../../data/generated/types.js';

export type DeliveryView = DeliveryQuery['delivery'];
