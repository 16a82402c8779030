import type { BuyerOrderQuery, BuyerOrderTalkQuery } from '../../../data/generated/types.js';

export type Order = BuyerOrderQuery['workOrder'];
export type Quote = Order['quotes'][number];
export type Talk = BuyerOrderTalkQuery['workOrder'];
