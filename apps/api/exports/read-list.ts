import {
  astFromValue,
  execute,
  getNamedType,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  parse,
  print,
  validate,
} from 'graphql';
import type { LocalDate } from '#yui/calendar';
import { DomainError, MAX_FIRST } from '#yui/platform';
import type { Cell, ReportTable, Row } from '#yui/reports';
import { inputFaults } from '../graphql/input-faults.js';
import type { RequestContext } from '../graphql/request-context.js';
import { exportErrors } from './export.errors.js';
import type { ExportedColumn, ExportedList } from './exported-lists.js';
import { type ExportedReport, REPORT_SELECTION } from './exported-reports.js';

/** One row of a list. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * All rows of a list, page by page, as the acting person may see them: it is asked for like a page asks for it, with the
 * same filter and order, and every right is checked where it always is.
 * @param contextOf made again for each page, so that nothing of one is kept for the next
 * @throws EXPORT.FILTER_UNREADABLE, and whatever the query itself refuses
 */
export async function* readList(
  schema: GraphQLSchema,
  list: ExportedList,
  variables: Answer,
  contextOf: () => RequestContext,
): AsyncGenerator<readonly Answer[]> {
  const field = fieldOf(schema, list);
  const isPaged = field.args.some(({ name }) => name === 'first');
  const document = parse(documentOf(schema, list));
  const faults = inputFaults(schema, document, null, isPaged ? { ...variables, first: MAX_FIRST } : variables);
  if (faults) throw faults;
  for (let after: string | null = null; ;) {
    const result = await execute({
      schema,
      document,
      variableValues: { ...variables, ...(isPaged ? { first: MAX_FIRST, after } : {}) },
      contextValue: contextOf(),
    });
    const [error] = result.errors ?? [];
    if (error) throw refusalOf(error);
    const answer: unknown = result.data?.[list.query];
    if (!isPaged) {
      yield rowsIn(answer, list.rows);
      return;
    }
    const page = answer as Page;
    yield page.items;
    if (!page.hasNextPage) return;
    after = page.endCursor;
  }
}

/**
 * A report as the acting person may see it: asked for like its page asks for it.
 * @throws EXPORT.FILTER_UNREADABLE, and whatever the query itself refuses
 */
export async function readReport(
  schema: GraphQLSchema,
  report: ExportedReport,
  variables: Answer,
  contextValue: RequestContext,
): Promise<ReportTable> {
  const document = parse(reportDocument(schema, report));
  const faults = inputFaults(schema, document, null, variables);
  if (faults) throw faults;
  const result = await execute({ schema, document, variableValues: variables, contextValue });
  const [error] = result.errors ?? [];
  if (error) throw refusalOf(error);
  return result.data?.[report.query] as ReportTable;
}

interface Page {
  readonly items: readonly Answer[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

function rowsIn(answer: unknown, name: string | undefined): readonly Answer[] {
  return (name === undefined ? answer : (answer as Answer)[name]) as readonly Answer[];
}

/** What the export asks: every column of the table, and of a page where it ends. */
export function documentOf(schema: GraphQLSchema, list: ExportedList): string {
  const { args } = fieldOf(schema, list);
  const selection = selectionOf(list.columns.map(({ path }) => path.split('.')));
  const isPaged = args.some(({ name }) => name === 'first');
  const inner = isPaged
    ? `{ endCursor hasNextPage items ${selection} }`
    : list.rows === undefined
      ? selection
      : `{ ${list.rows} ${selection} }`;
  return queryOf(list.query, args, inner);
}

/** What the export of a report asks. */
function reportDocument(schema: GraphQLSchema, report: ExportedReport): string {
  return queryOf(report.query, fieldOf(schema, report).args, REPORT_SELECTION);
}

function queryOf(name: string, args: readonly GraphQLArgument[], inner: string): string {
  if (args.length === 0) return `query Export { ${name} ${inner} }`;
  // What has a value when it is omitted may be omitted here too.
  const declared = args.map(
    ({ name: arg, type, defaultValue }) =>
      `$${arg}: ${String(type)}${defaultValue === undefined ? '' : ` = ${print(astFromValue(defaultValue, type)!)}`}`,
  );
  const passed = args.map(({ name: arg }) => `${arg}: $${arg}`).join(', ');
  return `query Export(${declared.join(', ')}) { ${name}(${passed}) ${inner} }`;
}

/** What is wrong with the document of a list or a report; a test asks. */
export function faultsOf(schema: GraphQLSchema, exported: ExportedList | ExportedReport): string[] {
  const document = 'columns' in exported ? documentOf(schema, exported) : reportDocument(schema, exported);
  return validate(schema, parse(document)).map(({ message }) => message);
}

function fieldOf(schema: GraphQLSchema, { query }: Pick<ExportedList, 'query'>): GraphQLField<unknown, unknown> {
  const field = schema.getQueryType()?.getFields()[query];
  if (!field || !isObjectType(getNamedType(field.type))) throw new Error(`There is no list ${query} in the schema`);
  return field;
}

function selectionOf(paths: readonly (readonly string[])[]): string {
  const names = [...new Set(paths.map(([name = '']) => name))];
  const fields = names.map((name) => {
    const below = paths.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest);
    return below.length === 0 ? name : `${name} ${selectionOf(below)}`;
  });
  return `{ ${fields.join(' ')} }`;
}

/** What the query says no to goes on as it is; what is not even a query of ours is a filter nobody can read. */
function refusalOf({ originalError, path }: GraphQLError): Error {
  if (originalError instanceof DomainError) return originalError;
  if (path === undefined) return exportErrors.FILTER_UNREADABLE();
  return originalError ?? new Error('A list could not be read');
}

const BETWEEN = '、';
const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** A row of the API as a row of the table. */
export function rowOf(columns: readonly ExportedColumn[], row: Answer, language: 'ja' | 'en'): Row {
  return columns.map((column) => {
    const values = valuesAt(row, column.path.split('.'));
    if (values.length === 1) return cellOf(column, values[0], language);
    const texts = values.map((value) => {
      const cell = cellOf(column, value, language);
      return cell !== null && typeof cell === 'object' ? cell.day : String(cell ?? '');
    });
    return texts.length === 0 ? null : texts.join(BETWEEN);
  });
}

function valuesAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, name === undefined ? [] : [name, ...rest]));
  if (name === undefined) return [value];
  if (value === null || value === undefined) return [];
  return valuesAt((value as Answer)[name], rest);
}

function cellOf({ as }: ExportedColumn, value: unknown, language: 'ja' | 'en'): Cell {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  if (typeof as === 'object') return as[value]?.[language] ?? value;
  if (as === 'day') return { day: value as LocalDate };
  return as === 'moment' ? tokyo.format(new Date(value)) : value;
}
