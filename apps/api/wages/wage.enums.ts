import type { UsersRounding, WageQuestion } from '#yui/money';
import {
  ACTIVITY_GROUPS,
  MAIN_ACTIVITIES,
  WAGE_RETURN_STATES,
  WAGE_RULE_KINDS,
  wageReturnTransitions,
} from '#yui/wages';
import { actionsOf, enumType, valuesOf } from '../graphql/enums.js';

export const UsersRoundingEnum = enumType(
  'UsersRounding',
  'How average users a day become one decimal.',
  valuesOf<UsersRounding>({ HALF_UP: true, UP: true }),
);

export const WageQuestionEnum = enumType(
  'WageQuestion',
  'What is asked of a wage return that may well be right.',
  valuesOf<WageQuestion>({
    FAR_FROM_LAST_YEAR: true,
    FORMULAS_DIFFER: true,
    MORE_USERS_THAN_PLACES: true,
    FEW_DAYS_OPEN: true,
    MANY_DAYS_OPEN: true,
    MONTH_STANDS_OUT: true,
    MONTHS_WITHOUT_PERSONS: true,
    HOURLY_UNUSUAL: true,
    BELOW_MINIMUM_WAGE: true,
    WAGES_ABOVE_PRODUCTION: true,
    TARGET_BELOW_LAST_YEAR: true,
  }),
);

export const WageReturnStateEnum = enumType(
  'WageReturnState',
  'Where a version of a return stands.',
  WAGE_RETURN_STATES,
);

export const WageReturnActionEnum = enumType(
  'WageReturnAction',
  'What can be done with a version of a return.',
  actionsOf(wageReturnTransitions),
);

export const WageRuleKindEnum = enumType('WageRuleKind', 'What a prefecture sets by date.', WAGE_RULE_KINDS);

export const MainActivityEnum = enumType('MainActivity', 'What a facility mainly does for wages.', MAIN_ACTIVITIES);

export const ActivityGroupEnum = enumType('ActivityGroup', 'For whom and where it is done.', ACTIVITY_GROUPS);
