/** How far ahead days are planned and work is promised: two years, as far as an order's due date may lie. */
export const PLANNING_DAYS = 731;
