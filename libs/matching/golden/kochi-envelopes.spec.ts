import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { explainShare, explainSplit } from '../explain/explain.js';
import { split } from '../split/split.js';
import type { FairnessRule, SplitCandidate, SplitResult, SplitSnapshot } from '../snapshot/types.js';

/**
 * 50,000 envelopes over the 114 facilities of a published prefectural list, as a page to read. Persons are the
 * published capacities. The rest is a plausible model, the same for all: in the three weeks until the ship-by date
 * 40 envelopes per person can be stuffed beside other work (facilities of 40 persons and more keep half for their own
 * products), nobody starts for fewer than 200, work goes out in boxes of 50, a piece brings 8 yen, and what a facility
 * has had this year is 0.5 % of a month's wages.
 *
 * UPDATE_GOLDEN=1 writes the page again: read the difference before committing it.
 */
const page = new URL('./kochi-envelopes.md', import.meta.url);
const facilities = JSON.parse(readFileSync(new URL('./kochi-2024.json', import.meta.url), 'utf8')) as Facility[];

/** Number in the list, name, persons, average monthly wage in yen. */
type Facility = [number, string, number, number];

const candidates = facilities.map(([number, , persons, wageYen]): SplitCandidate => ({
  facilityId: idOf(number),
  capacityUnits: persons * (persons >= 40 ? 20 : 40),
  minimumLot: 200,
  weight: persons,
  balance: Math.round(persons * wageYen * 0.005),
  measurePerUnit: 8,
}));

const names = new Map(facilities.map(([number, name]) => [idOf(number), name]));

function idOf(number: number): string {
  return `kochi-${String(number).padStart(3, '0')}`;
}

const snapshot = (rule: FairnessRule): SplitSnapshot => ({
  orderKey: 'envelopes-2026/1',
  quantity: 50_000,
  lotSize: 50,
  maxFacilities: null,
  rule,
  measure: 'YEN',
  candidates,
});

describe('50,000 envelopes over 114 facilities', () => {
  const results = (['WEBSTER', 'JEFFERSON', 'ADAMS'] as const).map((rule) => split(snapshot(rule)));

  it('are split as the page says', () => {
    const text = render(results);
    if (process.env.UPDATE_GOLDEN || !existsSync(page)) writeFileSync(page, text);
    expect(text).toBe(readFileSync(page, 'utf8'));
  });

  it('all go out, proven as fair as can be, and nobody who takes part stands far from the others', () => {
    for (const result of results) {
      expect(result).toMatchObject({ placed: 50_000, unplaced: 0, proof: { status: 'OPTIMAL', isPlacedProven: true } });
      const level = result.shares.filter((share) => share.reason.code === 'FAIR_SHARE' && share.units > 0);
      const box = Math.max(...level.map((share) => (8 * 50) / share.weight));
      const loads = level.map((share) => share.loadRatio);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2 * box);
    }
  });
});

function render(all: readonly SplitResult[]): string {
  const [first] = all;
  const head = ['# 封筒 50,000 枚の配分（114 事業所）', '', '3 つの公平の考え方による配分と、その理由。', ''];
  const summaries = all.flatMap((result) => [
    `## ${result.rule}`,
    '',
    ...explainSplit(result, 'ja'),
    ...explainSplit(result, 'en'),
    '',
  ]);
  const table = first!.shares.map((share, i) => {
    const units = all.map((result) => result.shares[i]!.units.toLocaleString('en-US'));
    const facts = [names.get(share.facilityId)!, share.weight, share.ratioBefore.toFixed(0), share.capacityUnits];
    return `| ${[...facts, ...units, share.loadRatio.toFixed(0), explainShare(first!, share, 'ja')].join(' | ')} |`;
  });
  const columns = [
    '事業所',
    '定員',
    'これまで 円/人',
    '受注可能量',
    'WEBSTER',
    'JEFFERSON',
    'ADAMS',
    '配分後 円/人',
    '理由（WEBSTER）',
  ];
  return [
    ...head,
    ...summaries,
    '## 事業所ごと',
    '',
    `| ${columns.join(' | ')} |`,
    `|${' --- |'.repeat(columns.length)}`,
    ...table,
    '',
  ].join('\n');
}
