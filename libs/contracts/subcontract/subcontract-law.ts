import type { DeskTerms } from '#yui/directory';

/** One sentence of why the law applies or not. */
export interface Reason {
  readonly ja: string;
  readonly en: string;
}

export interface LawReasoning {
  /** Whether orders to facilities have to state all the law asks for. */
  readonly isApplicable: boolean;
  /** In the order in which the law asks: the work, the capital, then the employees, then what the desk holds. */
  readonly reasons: readonly Reason[];
}

/** 中小受託取引適正化法 第2条第8項: above it an orderer is one whatever else (製造委託 3億円, 役務提供委託 5千万円), and … */
const MANUFACTURE_YEN = 300_000_000;
const SERVICE_YEN = 50_000_000;
/** … above this one towards those at or below it. */
const SMALL_YEN = 10_000_000;
/** 従業員基準, added with the change of name on 2026-01-01: 製造委託 300人, 役務提供委託 100人. */
const MANUFACTURE_PEOPLE = 300;
const SERVICE_PEOPLE = 100;

const yen = new Intl.NumberFormat('ja-JP');

/**
 * Whether the subcontract law (取適法) binds the desk as one that passes on work, and why. It holds by default: what is not
 * known speaks for it, and only the desk, with a reason of its own, can say that it does not.
 */
export function reasonAboutLaw(
  terms: Pick<DeskTerms, 'capitalYen' | 'employeeCount' | 'subcontractExemption'>,
): LawReasoning {
  const reasons = [WORK, ofCapital(terms.capitalYen), ofPeople(terms.employeeCount)];
  if (terms.subcontractExemption === null) {
    return { isApplicable: true, reasons: [...reasons, BY_DEFAULT] };
  }
  const { subcontractExemption } = terms;
  return {
    isApplicable: false,
    reasons: [
      ...reasons,
      {
        ja: `窓口は、適用されないと判断しています。理由：${subcontractExemption}`,
        en: `The desk holds that the law does not apply, because: ${subcontractExemption}`,
      },
    ],
  };
}

const WORK: Reason = {
  ja: '契約型では、窓口が受けた仕事の一部を事業所に任せます。これは製造委託か役務提供委託にあたります。',
  en: 'In 契約型 the desk passes on part of its own order: this is subcontracted manufacture or service.',
};

const BY_DEFAULT: Reason = {
  ja: '適用されるものとして扱います。適用されないと判断するときは、理由を記録してください。',
  en: 'The law is treated as applicable; record a reason if you hold that it is not.',
};

function ofCapital(capitalYen: number | null): Reason {
  if (capitalYen === null) {
    return {
      ja: '窓口を運営する法人の資本金が登録されていないため、資本金からは判断できません。',
      en: 'The capital of the corporation that runs the desk is not stated, so it decides nothing.',
    };
  }
  const stated = `資本金は${yen.format(capitalYen)}円です。`;
  const statedEn = `The capital is ${yen.format(capitalYen)} yen. `;
  if (capitalYen > MANUFACTURE_YEN) {
    return {
      ja: `${stated}3億円を超えるので、3億円以下の事業所への製造委託・役務提供委託は対象です。`,
      en: `${statedEn}Above 300 million yen, work passed to facilities at or below that is covered.`,
    };
  }
  if (capitalYen > SERVICE_YEN) {
    return {
      ja: `${stated}5千万円を超えるので、5千万円以下の事業所への役務提供委託と、1千万円以下の事業所への製造委託は対象です。`,
      en: `${statedEn}Above 50 million yen, services by facilities at or below that, and manufacture by those at or below 10 million, are covered.`,
    };
  }
  if (capitalYen > SMALL_YEN) {
    return {
      ja: `${stated}1千万円を超えるので、1千万円以下の事業所への委託は対象です。`,
      en: `${statedEn}Above 10 million yen, work passed to facilities at or below that is covered.`,
    };
  }
  return {
    ja: `${stated}1千万円以下なので、資本金の基準にはあたりません。`,
    en: `${statedEn}At or below 10 million yen, the criterion of capital is not met.`,
  };
}

function ofPeople(employeeCount: number | null): Reason {
  if (employeeCount === null) {
    return {
      ja: '常時使用する従業員の数が登録されていないため、従業員の数からは判断できません。',
      en: 'The number of regular employees is not stated, so it decides nothing.',
    };
  }
  const stated = `常時使用する従業員は${yen.format(employeeCount)}人です。`;
  const statedEn = `There are ${yen.format(employeeCount)} regular employees. `;
  if (employeeCount > MANUFACTURE_PEOPLE) {
    return {
      ja: `${stated}300人を超えるので、300人以下の事業所への委託は対象です。`,
      en: `${statedEn}Above 300, work passed to facilities at or below that is covered.`,
    };
  }
  if (employeeCount > SERVICE_PEOPLE) {
    return {
      ja: `${stated}100人を超えるので、100人以下の事業所への役務提供委託は対象です。`,
      en: `${statedEn}Above 100, services by facilities at or below that are covered.`,
    };
  }
  return {
    ja: `${stated}100人以下なので、従業員の基準にはあたりません。`,
    en: `${statedEn}At or below 100, the criterion of employees is not met.`,
  };
}
