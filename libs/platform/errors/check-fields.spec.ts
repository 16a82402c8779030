import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { checkEach, checkFields, checkValues, checkWithin } from './check-fields.js';
import { requireInteger } from './check-input.js';
import { DomainError } from './domain-error.js';
import { accessErrors } from './platform.errors.js';
import { requireLine } from './texts.js';

function errorOf(run: () => unknown): DomainError | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

interface Form {
  readonly title: string;
  readonly address: { readonly town: string };
  readonly minutes: readonly number[];
  readonly lines: readonly { readonly quantity: number; readonly steps: readonly { readonly name: string }[] }[];
}

const checkForm = (form: Form) =>
  checkFields({
    title: () => requireLine('title', form.title, 10),
    address: () => checkWithin('address', () => requireLine('town', form.address.town, 10)),
    minutes: () => checkValues('minutes', form.minutes, (path, minutes) => requireInteger(path, minutes, 0, 10)),
    lines: () =>
      checkEach('lines', form.lines, ({ quantity, steps }) =>
        checkFields({
          quantity: () => requireInteger('quantity', quantity, 1, 10),
          steps: () => checkEach('steps', steps, ({ name }) => requireLine('name', name, 10)),
        }),
      ),
  });

const text = fc.constantFrom('封入', '', '長い'.repeat(20));
const number = fc.integer({ min: -5, max: 15 });
const anyForm: fc.Arbitrary<Form> = fc.record({
  title: text,
  address: fc.record({ town: text }),
  minutes: fc.array(number, { maxLength: 4 }),
  lines: fc.array(fc.record({ quantity: number, steps: fc.array(fc.record({ name: text }), { maxLength: 3 }) }), {
    maxLength: 4,
  }),
});

/** The same rules, said once more and without the means under test. */
function expectedPaths({ title, address, minutes, lines }: Form): string[] {
  const isBad = (given: string) => given === '' || given.length > 10;
  return [
    ...(isBad(title) ? ['title'] : []),
    ...(isBad(address.town) ? ['address.town'] : []),
    ...minutes.flatMap((each, index) => (each < 0 || each > 10 ? [`minutes.${index}`] : [])),
    ...lines.flatMap(({ quantity, steps }, line) => [
      ...(quantity < 1 || quantity > 10 ? [`lines.${line}.quantity`] : []),
      ...steps.flatMap(({ name }, step) => (isBad(name) ? [`lines.${line}.steps.${step}.name`] : [])),
    ]),
  ];
}

describe('the check of a form', () => {
  it('names every field at fault, and no other, in one error', () => {
    assertProperty(
      fc.property(anyForm, (form) => {
        const error = errorOf(() => checkForm(form));
        const paths = expectedPaths(form);
        expect((error?.details.fields ?? []).map(({ path }) => path)).toEqual(paths);
        if (paths.length === 0) expect(checkForm(form).title).toBe(form.title);
        else if (paths.length === 1) expect(error?.code).toBe(error?.details.fields?.[0]?.code);
        else expect([error?.code, error?.details.count]).toEqual(['INPUT.FIELDS_INVALID', paths.length]);
        for (const { messageJa, messageEn } of error?.details.fields ?? []) {
          expect([messageJa, messageEn].join('')).not.toMatch(/[{}]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends at once with what is no fault of the input', () => {
    const checked: string[] = [];
    const error = errorOf(() =>
      checkFields({
        title: () => requireLine('title', '', 10),
        order: () => {
          throw accessErrors.NOT_FOUND();
        },
        later: () => checked.push('later'),
      }),
    );
    expect([error?.code, checked]).toEqual(['ACCESS.NOT_FOUND', []]);
  });

  it('keeps what its error says besides', () => {
    expect(errorOf(() => checkWithin('lines.3', () => requireInteger('quantity', 0, 1, 9)))?.details).toEqual({
      field: 'quantity',
      least: 1,
      most: 9,
      fields: [expect.objectContaining({ path: 'lines.3.quantity', code: 'INPUT.NUMBER_OUT_OF_RANGE' })],
    });
  });
});
