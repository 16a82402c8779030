import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { startApi, type TestApi } from '../harness/api.js';
import { assertProperty, LONG_SECONDS } from '../harness/property.js';
import { knownCodes } from './known-codes.js';

/** A file takes a process of its own; a long run sends many. */
const RUNS = 4;
const IMPORT = `mutation ($input: ImportRegistryInput!) { importRegistry(input: $input) {
  createdCount askedCount problems { code } facilities(limit: 50) { name outcome stored { typeCode capacityPersons } } } }`;

const KOCHI = readFileSync('libs/directory/data/kochi-facilities-2024.csv');
/** The beginning of a picture, as people upload by mistake. */
const PICTURE = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

function workbook(bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const rows = readFileSync('test/cases/import/notes.csv', 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'B型');
  return write(book, { type: 'buffer', bookType }) as Uint8Array;
}

const file = fc
  .tuple(
    fc.constantFrom(KOCHI, PICTURE, workbook('xlsx'), workbook('biff8'), workbook('ods')),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
    fc.option(fc.double({ min: 0.1, max: 1, noNaN: true })),
  )
  .map(([bytes, changes, kept]) => {
    const changed = Uint8Array.from(bytes);
    for (const [at, byte] of changes) changed[at % changed.length] = byte;
    return changed.subarray(0, Math.ceil(changed.length * (kept ?? 1)));
  });

describe('whatever file is sent as a list', () => {
  let api: TestApi;
  const codes = knownCodes();
  beforeAll(async () => {
    api = await startApi({ CLOCK_MOVABLE: 'false' });
  });
  afterAll(() => api.close());

  it(
    'is answered with what is in it or why it cannot be read',
    async () => {
      const { cookie } = await api.as('DESK_ADMIN');
      await assertProperty(
        fc.asyncProperty(file, fc.uuid(), async (bytes, idempotencyKey) => {
          const contentBase64 = Buffer.from(bytes).toString('base64');
          const input = { idempotencyKey, fileName: 'x', sourceName: 'x', isDryRun: true, contentBase64 };
          const response = await fetch(api.url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...(cookie === null ? {} : { cookie }) },
            body: JSON.stringify({ query: IMPORT, variables: { input } }),
          });
          expect(response.status).toBeLessThan(500);
          const { data, errors = [] } = (await response.json()) as {
            data?: { importRegistry: { problems: { code: string }[] } } | null;
            errors?: { extensions?: { code?: string } }[];
          };
          for (const { extensions } of errors) expect(codes).toContain(extensions?.code);
          for (const { code } of data?.importRegistry.problems ?? []) {
            expect(code).toMatch(/^(?:TABLE|REGISTRY|IMPORT|MEMBERSHIP)\.[A-Z_]+$/);
          }
          expect(Boolean(data) || errors.length > 0).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    (LONG_SECONDS ?? 60) * 1000 + 120_000,
  );
});
