import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { planBatch } from '../batch/plan-batch.js';
import type { BatchFacility, BatchLine, BatchSnapshot } from '../batch/types.js';
import { batchFacts } from './batch-facts.js';
import { explainBatch } from './explain.js';

const facility = (facilityId: string, facts: Partial<BatchFacility> = {}): BatchFacility => ({
  facilityId,
  weight: 10,
  balance: 0,
  capacitySeconds: [600],
  ...facts,
});

const line = (lineId: string, eligible: number[], facts: Partial<BatchLine> = {}): BatchLine => ({
  lineId,
  quantity: 40,
  lotSize: 1,
  secondsPerUnit: 10,
  measurePerUnit: 10,
  releasePeriod: 0,
  duePeriod: 0,
  eligible,
  ...facts,
});

const week = (facilities: BatchFacility[], lines: BatchLine[]): BatchSnapshot => ({
  batchKey: 'week-1',
  periods: 1,
  rule: 'WEBSTER',
  measure: 'YEN',
  facilities,
  lines,
});

const names = { line: (id: string) => `案件${id}`, facility: (id: string) => `事業所${id}` };

describe('explainBatch', () => {
  const facilities = ['1', '2', '3', '4', '5'].map((id) => facility(id));
  const result = planBatch(
    week(
      [...facilities, facility('6', { capacitySeconds: [0] }), facility('7')],
      [
        line('A', [0, 1, 2, 3], { quantity: 30 }),
        line('B', [4], { quantity: 50 }),
        line('C', [5], { quantity: 7 }),
        line('D', [], { quantity: 3 }),
      ],
    ),
  );

  it('says in Japanese what is placed, what stands in the way, and who shares what with whom', () => {
    expect(explainBatch(result, names, 'ja')).toEqual([
      '4件の作業、合わせて90のうち80を、5か所の事業所に配分できます。',
      '7を配分できません。「案件C」ができるのは事業所6だけで、期日までの時間がいっぱいです。期日を延ばすか、対応できる事業所を増やしてください。',
      '「案件D」ができる事業所がないため、3を配分できません。対応できる事業所を増やすか、条件を見直してください。',
      '事業所1、事業所2、事業所3 ほか1か所は1人あたり8円の水準です（「案件A」）。水準がより高い事業所の作業は、期日までにここではできません。',
      '事業所5は1人あたり50円の水準です（「案件B」）。これより水準の低い事業所には移せません。',
      '事業所7への配分はありません。回せる作業がないか、すでに水準が高いためです。',
      'これより多く配分する方法も、これより公平な方法もないことを確かめました。',
    ]);
  });

  it('and in English', () => {
    const english = { line: (id: string) => `order ${id}`, facility: (id: string) => `facility ${id}` };
    expect(explainBatch(result, english, 'en')).toEqual([
      '80 of 90 in 4 pieces of work can be split over 5 facilities.',
      '7 are not placed: order C can be done by facility 6 only, and they have no more time. A later date or another facility would help.',
      '3 are not placed: no facility can do order D. Find one that can, or look at the conditions again.',
      'At ¥8 per person: facility 1, facility 2, facility 3 and 1 more (order A). None of the work of those above can be done there in time.',
      'At ¥50 per person: facility 5 (order B). None of it can be moved to where there is less.',
      'Nothing for facility 7: no work can go there, or they stand higher already.',
      'Proven: no other plan places more, and none is fairer.',
    ]);
  });

  it('tells what is less than a lot, and what is proven when units differ', () => {
    const lots = planBatch(week([facility('1')], [line('A', [0], { quantity: 25, lotSize: 10 })]));
    expect(explainBatch(lots, names, 'ja')).toContain('5は1ロットに届かないため、配分していません。');
    const mixed = planBatch(
      week(
        [facility('1', { capacitySeconds: [100] })],
        [line('A', [0], { secondsPerUnit: 60 }), line('B', [0], { secondsPerUnit: 70 })],
      ),
    );
    const proof = batchFacts(mixed).find((fact) => fact.kind === 'PROOF')!;
    expect(proof).toMatchObject({ status: 'WITHIN' });
    expect(explainBatch(mixed, names, 'ja').at(-1)).toContain('作業時間にして');
    expect(explainBatch(mixed, names, 'en').at(-1)).toContain('more work could be placed');
  });

  it('has nothing to say where nothing was asked for', () => {
    expect(explainBatch(planBatch(week([facility('1')], [])), names, 'ja')).toEqual([]);
  });
});

describe('batchFacts', () => {
  const weeks = fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(20), fc.nat(9), fc.nat(9)), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.array(fc.tuple(fc.nat(12), fc.nat(1), fc.array(fc.nat(5), { maxLength: 4 })), { minLength: 1, maxLength: 6 }),
    )
    .map(([facilities, lines]): BatchSnapshot => ({
      ...week([], []),
      periods: 2,
      facilities: facilities.map(([weight, balance, ...capacitySeconds], j) =>
        facility(`f${j}`, { weight, balance, capacitySeconds }),
      ),
      lines: lines.map(([quantity, duePeriod, eligible], i) =>
        line(
          `l${i}`,
          [...new Set(eligible)].filter((j) => j < facilities.length),
          {
            quantity,
            duePeriod,
            secondsPerUnit: 1,
            measurePerUnit: 1,
          },
        ),
      ),
    }));

  /** Most that could be placed if only these facilities had any time. */
  const maxPlaced = (snapshot: BatchSnapshot, facilityIds: ReadonlySet<string>): number =>
    planBatch({
      ...snapshot,
      facilities: snapshot.facilities.map((own) =>
        facilityIds.has(own.facilityId) ? own : { ...own, capacitySeconds: own.capacitySeconds.map(() => 0) },
      ),
    }).placed;

  it('is right about levels: nothing can be moved to what stands lower', () => {
    assertProperty(
      fc.property(weeks, (snapshot) => {
        const result = planBatch(snapshot);
        const unitsOf = new Map(result.facilities.map((own) => [own.facilityId, own.units]));
        const isFull = result.groups.filter((group) => group.levelRatio === null);
        const lower = new Set(isFull.flatMap((group) => group.facilityIds));
        for (const fact of batchFacts(result)) {
          if (fact.kind === 'NOTHING') for (const id of fact.facilityIds) expect(unitsOf.get(id)).toBe(0);
          if (fact.kind !== 'LEVEL' || fact.ratio === null) continue;
          const units = [...lower].reduce((sum, id) => sum + unitsOf.get(id)!, 0);
          if (fact.position === 'ABOVE') expect(maxPlaced(snapshot, lower)).toBe(units);
          for (const id of fact.facilityIds) lower.add(id);
        }
      }),
      { numRuns: 300 },
    );
  });
});
