import { useLanguage } from '../words/language.js';
import { useCommon } from '../words/common/index.js';

/** What the api can hand out as a table. */
export type ExportedList =
  | 'orders'
  | 'assignments'
  | 'facilities'
  | 'buyers'
  | 'inquiries'
  | 'invoices'
  | 'payments'
  | 'lines'
  | 'contracts'
  | 'papers'
  | 'results'
  | 'wages'
  | 'wage-plans'
  | 'activities'
  | 'procurement'
  | 'joint-orders'
  | 'closed-year'
  | 'fairness';

/**
 * A list as a file for a spreadsheet: all its rows, not only those of the page.
 * @param variables with which the page asks for the list: its filter and its order
 */
export function ExportMenu({
  list,
  variables = {},
  isPrinted = false,
}: {
  readonly list: ExportedList;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A report: also as a PDF. */
  readonly isPrinted?: boolean;
}) {
  const { exports } = useCommon();
  const language = useLanguage() === 'en' ? 'en' : 'ja';
  const query = new URLSearchParams({ variables: JSON.stringify(variables), language }).toString();
  return (
    <nav aria-label={exports.label} className="no-print my-4 flex flex-wrap items-center gap-x-6">
      {([...(['csv', 'xlsx'] as const), ...(isPrinted ? (['pdf'] as const) : [])] as const).map((format) => (
        <a
          key={format}
          href={`/exports/${list}.${format}?${query}`}
          download
          className="inline-flex min-h-11 items-center"
        >
          {exports[format]}
        </a>
      ))}
    </nav>
  );
}
