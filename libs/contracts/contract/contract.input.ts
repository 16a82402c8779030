/** What every command about one contract is given. */
export interface ContractInput {
  readonly idempotencyKey: string;
  readonly contractId: string;
}
