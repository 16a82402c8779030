import { registerEnumType } from '@nestjs/graphql';
import type { SplitPrices } from '#yui/directory';
import type { FairnessRule, Measure } from '#yui/matching';
import { TAX_CATEGORIES } from '#yui/money';
import { CONTRACT_TYPES } from '#yui/orders';
import { ROLES } from '#yui/platform';

/** Makes an enum of the API from a list of the code, so that the two never differ. */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
): Readonly<Record<Value, Value>> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;
  registerEnumType(members, { name, description });
  return members;
}

/** The values of a union of the code. It compiles only with each of them, and nothing else. */
export function valuesOf<Value extends string>(values: Readonly<Record<Value, true>>): Value[] {
  return Object.keys(values) as Value[];
}

/** The distinct actions of a transition table, in its order. */
export function actionsOf<Action extends string>(table: {
  readonly transitions: readonly { readonly action: Action }[];
}): Action[] {
  return [...new Set(table.transitions.map((transition) => transition.action))];
}

export const RoleEnum = enumType('Role', 'What a person acts as, always for one organisation.', ROLES);
export const ContractTypeEnum = enumType(
  'ContractType',
  '契約型 DESK_CONTRACT, 調整・仲介型 BROKERED, 斡旋型 REFERRAL.',
  CONTRACT_TYPES,
);
export const TaxCategoryEnum = enumType(
  'TaxCategory',
  'How consumption tax sees a line. REDUCED is food and drink to take away; processing food for somebody is STANDARD.',
  TAX_CATEGORIES,
);
export const SplitRuleEnum = enumType(
  'SplitRule',
  'How units are judged when work is split.',
  valuesOf<FairnessRule>({ WEBSTER: true, JEFFERSON: true, ADAMS: true }),
);
export const SplitMeasureEnum = enumType(
  'SplitMeasure',
  'What a split levels per person.',
  valuesOf<Measure>({ YEN: true, MINUTES: true }),
);
export const SplitPricesEnum = enumType(
  'SplitPrices',
  'QUOTED: every facility gets the price of the quote. OWN: each its own; only then a tolerance finds cheaper splits.',
  valuesOf<SplitPrices>({ QUOTED: true, OWN: true }),
);
