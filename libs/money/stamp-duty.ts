import type { Yen } from './yen.js';

/**
 * 印紙税額 of a contract for work (請負に関する契約書, 第2号文書) made on paper, by the amount it states without tax where the tax is
 * stated apart (印紙税法 別表第一 課税物件表 第2号; for the tax 国税庁「消費税法の改正等に伴う印紙税の取扱いについて」). What is made as
 * data is no document, and bears none.
 */
const DUTIES = [
  { below: 10_000, dutyYen: 0 },
  { upTo: 1_000_000, dutyYen: 200 },
  { upTo: 2_000_000, dutyYen: 400 },
  { upTo: 3_000_000, dutyYen: 1_000 },
  { upTo: 5_000_000, dutyYen: 2_000 },
  { upTo: 10_000_000, dutyYen: 10_000 },
  { upTo: 50_000_000, dutyYen: 20_000 },
  { upTo: 100_000_000, dutyYen: 60_000 },
  { upTo: 500_000_000, dutyYen: 100_000 },
  { upTo: 1_000_000_000, dutyYen: 200_000 },
  { upTo: 5_000_000_000, dutyYen: 400_000 },
  { upTo: Infinity, dutyYen: 600_000 },
] as const;

/** @param statedYen what the contract states, from 0 up */
export function contractStampDutyYen(statedYen: Yen): Yen {
  const step = DUTIES.find((each) => ('below' in each ? statedYen < each.below : statedYen <= each.upTo));
  return step?.dutyYen ?? 0;
}
