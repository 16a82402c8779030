import type { LocalDate } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import type { RowContent } from './move-in-row.entity.js';
import type { OpenState } from './open-states.js';

/** What a row of an order under way says; who said so is kept with the steps that are entered. */
export interface OrderContent extends RowContent {
  readonly number: string;
  readonly buyer: string;
  readonly department: string;
  readonly title: string;
  readonly workTypeCode: string;
  readonly specification: string;
  readonly quantity: number;
  readonly dueOn: LocalDate;
  readonly state: OpenState;
  readonly contractType: ContractType | null;
  /** In sen, as the next. */
  readonly unitPrice: number | null;
  readonly facilityUnitPrice: number | null;
  readonly validUntil: LocalDate | null;
  /** Its rows of the other sheet, as one text. */
  readonly shares: string;
}
