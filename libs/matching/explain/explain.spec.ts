import { smallestFixes } from '../alternatives/smallest-fixes.js';
import { split } from '../split/split.js';
import type { SplitCandidate, SplitSnapshot } from '../snapshot/types.js';
import { whatIf } from '../alternatives/what-if.js';
import { explainFix, explainShare, explainSplit, explainWhatIf } from './explain.js';

const candidate = (facilityId: string, facts: Partial<SplitCandidate> = {}): SplitCandidate => ({
  facilityId,
  capacityUnits: 1_000,
  minimumLot: 1,
  weight: 20,
  balance: 0,
  measurePerUnit: 10,
  ...facts,
});

const line = (candidates: SplitCandidate[], facts: Partial<SplitSnapshot> = {}): SplitSnapshot => ({
  orderKey: 'order-1/line-1',
  quantity: 1_200,
  lotSize: 1,
  maxFacilities: null,
  rule: 'WEBSTER',
  measure: 'YEN',
  candidates,
  ...facts,
});

describe('explainSplit', () => {
  it('says in Japanese what was placed, how, at which level, and that it is proven', () => {
    expect(explainSplit(split(line([candidate('a'), candidate('b', { weight: 40 })])), 'ja')).toEqual([
      '1,200のうち1,200を、2か所の事業所に配分しました。',
      '1人あたりの実績がなるべく同じになるように分けました。',
      '今回の水準は1人あたり200円です。',
      'これより公平な分け方がないことを確かめました。',
    ]);
  });

  it('says in English what could not be placed', () => {
    expect(explainSplit(split(line([candidate('a')])), 'en').slice(0, 2)).toEqual([
      '1,000 of 1,200 are split over 1 facility.',
      '200 are not placed: capacities, lots and the limit of facilities allow no more.',
    ]);
  });
});

describe('explainShare', () => {
  const result = split(
    line([
      candidate('a', { capacityUnits: 100 }),
      candidate('b'),
      candidate('c', { balance: 90_000 }),
      candidate('d', { weight: 1, minimumLot: 400 }),
      candidate('e', { ineligible: { code: 'OUTSIDE_REGION', note: '高知市のみ' } }),
      candidate('f'),
      candidate('g', { pinnedUnits: 300 }),
    ]),
  );
  const sentence = (facilityId: string, locale: 'ja' | 'en'): string =>
    explainShare(
      result,
      result.shares.find((share) => share.facilityId === facilityId)!,
      locale,
    );

  it('tells each facility its own reason in Japanese', () => {
    expect(sentence('a', 'ja')).toBe(
      '受注可能量いっぱいの100です。受注可能量に余裕があれば、公平な配分は約400でした。',
    );
    expect(sentence('b', 'ja')).toBe('公平な配分です。今年度の実績は1人あたり0円から1人あたり200円になります。');
    expect(sentence('c', 'ja')).toBe(
      '今年度の実績（1人あたり4,500円）がすでに今回の水準を上回っているため、今回は配分がありません。',
    );
    expect(sentence('d', 'ja')).toBe('公平な配分（約20）が最小ロット（400）に届かないため、今回は配分がありません。');
    expect(sentence('e', 'ja')).toBe('指定された地域の外にあるため、対象外です。（高知市のみ）');
    expect(sentence('g', 'ja')).toBe('回答または指定のとおり、300で固定しています。');
  });

  it('and in English', () => {
    expect(sentence('a', 'en')).toBe('All it can take: 100. With more capacity its fair share would be about 400.');
    expect(sentence('g', 'en')).toBe('Fixed at 300 by answer or decision.');
  });
});

describe('smallestFixes', () => {
  it('finds the smallest change of every kind that would place the rest', () => {
    const snapshot = line(
      [
        candidate('a', { capacityUnits: 620, laterCapacityUnits: [640, 700] }),
        candidate('b', { capacityUnits: 530, laterCapacityUnits: [540, 580] }),
        candidate('c', { capacityUnits: 100, minimumLot: 100 }),
      ],
      { quantity: 1_200, lotSize: 100, maxFacilities: 2 },
    );
    const result = split(snapshot);
    expect(result.unplaced).toBe(100);
    const fixes = smallestFixes(snapshot, result);
    expect(fixes).toEqual([
      { kind: 'MORE_FACILITIES', maxFacilities: 3, placed: 1_200 },
      { kind: 'LATER_DATE', days: 2, placed: 1_200 },
      { kind: 'SMALLER_LOT', lotSize: 10, placed: 1_150 },
    ]);
    expect(fixes.map((fix) => explainFix(result, fix, 'ja'))).toEqual([
      '事業所数の上限を3か所にすると、全量を配分できます。',
      '納期を2日延ばすと、全量を配分できます。',
      '1ロットを10にすると、あと50配分できます。',
    ]);
    expect(explainFix(result, fixes[2]!, 'en')).toBe('With lots of 10 50 more are placed.');
  });

  it('says how much capacity is missing, and whose minimum lot stands in the way', () => {
    const short = line([candidate('a')]);
    expect(smallestFixes(short, split(short))).toEqual([{ kind: 'MORE_CAPACITY', units: 200, placed: 1_200 }]);
    const tight = line([candidate('a'), candidate('b', { minimumLot: 500 })]);
    expect(smallestFixes(tight, split({ ...tight, quantity: 1_200 }))).toEqual([]);
    const stuck = line([candidate('a', { minimumLot: 1_000 }), candidate('b', { minimumLot: 500 })], {
      quantity: 1_300,
    });
    const [fix] = smallestFixes(stuck, split(stuck));
    expect(fix).toMatchObject({ kind: 'LOWER_MINIMUM_LOT', minimumLot: 300, placed: 1_300 });
  });

  it('finds nothing when all is placed', () => {
    const snapshot = line([candidate('a', { capacityUnits: 5_000 })]);
    expect(smallestFixes(snapshot, split(snapshot))).toEqual([]);
  });
});

describe('whatIf', () => {
  const snapshot = line([candidate('a'), candidate('b', { minimumLot: 700 }), candidate('c')], { quantity: 900 });

  it('shows what forcing a facility in does to the others', () => {
    const trial = whatIf(snapshot, { kind: 'FORCE_IN', facilityId: 'b' });
    expect(trial.result.shares.map((share) => share.units)).toEqual([100, 700, 100]);
    expect(explainWhatIf(trial, 'ja')).toEqual([
      '3か所の配分が変わります。',
      'いちばん多い事業所は1人あたり225円から1人あたり350円に、いちばん少ない事業所は1人あたり0円から1人あたり50円になります。',
    ]);
  });

  it('says so when nothing changes, and when it cannot be', () => {
    expect(explainWhatIf(whatIf(snapshot, { kind: 'CAPACITY', facilityId: 'a', capacityUnits: 2_000 }), 'en')).toEqual([
      'The split stays the same.',
    ]);
    const tight = line([candidate('a'), candidate('b', { minimumLot: 1_000 })], { quantity: 900 });
    expect(explainWhatIf(whatIf(tight, { kind: 'FORCE_IN', facilityId: 'b' }), 'en')).toEqual([
      'With this facility the same quantity cannot be placed.',
    ]);
  });

  it('answers every kind of change', () => {
    const placed = (trial: ReturnType<typeof whatIf>): number => trial.result.placed;
    expect(placed(whatIf(snapshot, { kind: 'QUANTITY', quantity: 100 }))).toBe(100);
    expect(placed(whatIf(snapshot, { kind: 'LOT_SIZE', lotSize: 500 }))).toBe(500);
    expect(placed(whatIf(snapshot, { kind: 'MAX_FACILITIES', maxFacilities: 0 }))).toBe(0);
    expect(placed(whatIf(snapshot, { kind: 'EXCLUDE', facilityId: 'a' }))).toBe(900);
    expect(placed(whatIf(snapshot, { kind: 'PIN', facilityId: 'b', units: 77 }))).toBe(900);
    expect(placed(whatIf(snapshot, { kind: 'MINIMUM_LOT', facilityId: 'b', minimumLot: 1 }))).toBe(900);
  });
});
