import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { parseStandardTimes } from './standard-times.js';
import { type StarterData, loadStarterData } from './starter-data.js';
import { buildDictionary, parseWorkTypes } from './recognition/work-type-dictionary.js';

const HEADER = 'work_type_code,seconds_per_unit,unit_price_sen,minimum_lot,lead_days,source\n';

describe('the starter data', () => {
  let data: StarterData;
  beforeAll(async () => {
    data = await loadStarterData();
  });

  it('has one standard time for every work type and none besides', () => {
    expect([...data.standardTimes.keys()].sort()).toEqual(data.workTypes.map(({ code }) => code).sort());
    for (const { source } of data.standardTimes.values()) expect(source).toBe('STARTER');
  });

  it('puts every work type into a procurement category that exists', async () => {
    const csv = await readFile(new URL('../data/procurement-categories.csv', import.meta.url), 'utf8');
    const categories = parse<Record<string, string>>(csv, { columns: true }).map(({ code }) => code);
    for (const { categoryCode } of data.workTypes) expect(categories).toContain(categoryCode);
  });

  it('pays work by the piece between 300 and 2,000 yen an hour', () => {
    const { categoryOf } = buildDictionary(data.workTypes);
    for (const { workTypeCode, secondsPerUnit, unitPriceSen } of data.standardTimes.values()) {
      // Printing, laundry and data work earn by machines and skill; goods hold material.
      if (
        categoryOf.get(workTypeCode) !== 'SERVICE_OTHER' ||
        ['MASSAGE', 'DELIVERY', 'LASER_WORK'].includes(workTypeCode)
      )
        continue;
      const yenAnHour = (unitPriceSen / 100) * (3600 / secondsPerUnit);
      expect({ workTypeCode, isFair: yenAnHour >= 300 && yenAnHour <= 2000 }).toEqual({ workTypeCode, isFair: true });
    }
  });
});

describe('parseWorkTypes and buildDictionary', () => {
  it('refuse a word that stands for two work types', () => {
    const csv =
      'code,name_ja,name_en,unit,category,tax,synonyms_ja\nA,袋詰め,a,袋,C,STANDARD,\nB,梱包,b,箱,C,REDUCED,袋詰\n';
    expect(() => buildDictionary(parseWorkTypes(csv))).toThrow('袋詰 stands for both A and B');
  });

  it('refuse a work type without a unit', () => {
    expect(() =>
      parseWorkTypes('code,name_ja,name_en,unit,category,tax,synonyms_ja\nA,袋詰め,a,,C,STANDARD,\n'),
    ).toThrow('unit is empty');
  });

  it('refuse a work type whose class of tax nobody knows', () => {
    const csv = 'code,name_ja,name_en,unit,category,tax,synonyms_ja\nA,袋詰め,a,袋,C,EIGHT,\n';
    expect(() => parseWorkTypes(csv)).toThrow('EIGHT is no class of tax');
  });
});

describe('parseStandardTimes', () => {
  it.each(['BAGGING,1.5,400,200,3,STARTER', 'BAGGING,0,400,200,3,STARTER', 'BAGGING,,400,200,3,STARTER', ',1,1,1,1,X'])(
    'refuses %s',
    (line) => {
      expect(() => parseStandardTimes(`${HEADER}${line}\n`)).toThrow('standard times');
    },
  );

  it('refuses a work type listed twice', () => {
    expect(() => parseStandardTimes(`${HEADER}A,1,1,1,1,X\nA,1,1,1,1,X\n`)).toThrow('listed twice');
  });
});
