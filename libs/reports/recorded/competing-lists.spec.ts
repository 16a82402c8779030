import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { type Cut, CUTS, omittedLists, type RecordedList } from './competing-lists.js';

/** A piece of the money of a year, with everything there is to say of it. */
type Piece = Readonly<Record<Cut, string>> & { readonly yen: number };
interface Told {
  readonly list: RecordedList;
  readonly yen: number;
}

const NOTHING = Object.fromEntries(CUTS.map((cut) => [cut, ['']])) as unknown as RecordedList['values'];

const listOf = (sourceName: string, values: Partial<RecordedList['values']>, change: Partial<RecordedList> = {}) => ({
  ...{ keeperId: 'city', fiscalYear: 2025, government: '', sourceName, figures: ['yen', 'orderCount'] as const },
  values: { ...NOTHING, ...values },
  ...change,
});

const namesOf = (lists: readonly RecordedList[]) => lists.map(({ sourceName }) => sourceName);

/** A list that says of these pieces only what it is cut by. */
function told(sourceName: string, pieces: readonly Piece[], cuts: readonly Cut[]): Told {
  const values = Object.fromEntries(
    CUTS.map((cut) => [cut, [...new Set(pieces.map((piece) => (cuts.includes(cut) ? piece[cut] : '')))]]),
  );
  return { list: listOf(sourceName, values), yen: pieces.reduce((sum, { yen }) => sum + yen, 0) };
}

function countedYen(lists: readonly Told[], asked: Cut | null): number {
  const omitted = omittedLists(
    lists.map(({ list }) => list),
    asked,
  );
  return lists.reduce((sum, { list, yen }) => sum + (omitted.includes(list) ? 0 : yen), 0);
}

const anyPiece = fc.record({
  category: fc.constantFrom('FOOD', 'PRINTING', 'CLEANING'),
  department: fc.constantFrom('総務課', '福祉課', '水道局'),
  supplierKind: fc.constantFrom('B_TYPE', 'A_TYPE'),
  level: fc.constantFrom('PREFECTURE', 'MUNICIPALITY'),
  contractType: fc.constantFrom('DESK_CONTRACT', 'REFERRAL'),
  government: fc.constantFrom('高知市', '土佐町'),
  facility: fc.constant('NAMED'),
  singleOrder: fc.constant('ORDER'),
  yen: fc.nat(1_000_000),
});
const anyPieces = fc.array(anyPiece, { minLength: 1, maxLength: 12 });
const anyAsked = fc.constantFrom(...CUTS, null);
const anyCuts = fc.subarray([...CUTS]);

describe('lists that tell of the same money', () => {
  const categories = listOf('品目別', { category: ['FOOD'] });
  const departments = listOf('部署別', { department: ['総務課', '福祉課'] });

  it('count once: what the table asks for, else categories, else departments, else by name', () => {
    const lists = [departments, categories, listOf('総額', {})];
    expect(namesOf(omittedLists(lists, 'category'))).toEqual(['部署別', '総額']);
    expect(namesOf(omittedLists(lists, 'department'))).toEqual(['品目別', '総額']);
    expect(namesOf(omittedLists(lists, 'supplierKind'))).toEqual(['部署別', '総額']);
    expect(namesOf(omittedLists(lists, null))).toEqual(['部署別', '総額']);
    expect(namesOf(omittedLists(lists.slice(0, 1), null))).toEqual([]);
  });

  it('are others in another year, of another government or of another keeper', () => {
    for (const change of [{ fiscalYear: 2024 }, { government: '土佐町' }, { keeperId: 'prefecture' }]) {
      expect(omittedLists([categories, { ...departments, ...change }], null)).toEqual([]);
    }
  });

  it('all count where they are cut alike, where no row is of the same, or no figure is', () => {
    const half = { ...categories, sourceName: '後期' };
    expect(omittedLists([categories, half], 'supplierKind')).toEqual([]);
    const one = listOf('総務課', { department: ['総務課'], category: ['FOOD'] });
    const other = listOf('福祉課', { department: ['福祉課'] });
    expect(omittedLists([one, other], 'category')).toEqual([]);
    const unclear = listOf('福祉課', { department: ['福祉課', ''] });
    expect(namesOf(omittedLists([one, unclear], 'category'))).toEqual(['福祉課']);
    const counts = { ...departments, figures: ['orderCount'] as const };
    expect(omittedLists([{ ...categories, figures: ['yen'] as const }, counts], 'category')).toEqual([]);
    expect(namesOf(omittedLists([categories, counts], 'department'))).toEqual(['部署別']);
  });

  it('come to the same for a year, whatever the rows of the table are', () => {
    const anyLists = fc.uniqueArray(fc.record({ cuts: anyCuts, isInHalves: fc.boolean() }), {
      selector: ({ cuts }) => cuts.join(),
      minLength: 1,
      maxLength: 6,
    });
    assertProperty(
      fc.property(anyPieces, anyLists, anyAsked, (pieces, kinds, asked) => {
        const lists = kinds.flatMap(({ cuts, isInHalves }, index) => {
          const half = Math.ceil(pieces.length / 2);
          const parts = isInHalves && pieces.length > 1 ? [pieces.slice(0, half), pieces.slice(half)] : [pieces];
          return parts.map((part, place) => told(`${index} ${place}`, part, cuts));
        });
        expect(countedYen(lists, asked)).toBe(pieces.reduce((sum, { yen }) => sum + yen, 0));
      }),
    );
  });

  it('come to the same where each department has a list of its own columns, beside one of all of them', () => {
    const anyCutsOf = fc.tuple(anyCuts, anyCuts, anyCuts);
    assertProperty(
      fc.property(anyPieces, anyCutsOf, fc.option(anyCuts), anyAsked, (pieces, cutsOf, whole, asked) => {
        const names = [...new Set(pieces.map(({ department }) => department))];
        const lists = names.map((name, index) => {
          const own = pieces.filter(({ department }) => department === name);
          return told(name, own, [...new Set<Cut>([...cutsOf[index]!, 'department'])]);
        });
        if (whole)
          lists.push(
            told(
              '全体',
              pieces,
              whole.filter((cut) => cut !== 'department'),
            ),
          );
        expect(countedYen(lists, asked)).toBe(pieces.reduce((sum, { yen }) => sum + yen, 0));
      }),
    );
  });
});
