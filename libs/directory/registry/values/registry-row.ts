import type { KindReading } from './resolve-kind.js';
import type { RowValues } from './read-row.js';
import type { Place } from './registry-problem.js';

/** One facility as its prefecture published it. */
export interface RegistryRow extends Place, Omit<RowValues, 'problems' | 'services'> {
  /** All its rows; more than one where the list has one for each product or service. */
  readonly lines: readonly number[];
  /** The section of the list it stands in, as written; null outside of any. */
  readonly section: string | null;
  readonly kind: Exclude<KindReading, { is: 'OMITTED' }>;
  /** As written; what stands in several cells is parted by `、`. '' when there is nothing. */
  readonly servicesText: string;
}
