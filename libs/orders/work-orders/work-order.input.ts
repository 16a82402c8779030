/** What every command about an order as a whole is given. */
export interface WorkOrderInput {
  readonly idempotencyKey: string;
  readonly workOrderId: string;
}
