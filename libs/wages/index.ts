/** The wages facilities pay: yearly returns, the dated rules of prefectures, targets; and activities of desks that raise them. */
export { ACTIVITY_KINDS, type ActivityKind } from './activities/activity.entity.js';
export { type ActivityFilter, ActivityQueries, type ActivityView } from './activities/activity.queries.js';
export { RemoveActivity } from './activities/remove-activity.js';
export { SaveActivity } from './activities/save-activity.js';
export { WageBasisQueries } from './forecast/wage-basis.queries.js';
export { SaveWagePlan } from './plans/save-wage-plan.js';
export { WagePlanQueries, type WagePlanView } from './plans/wage-plan.queries.js';
export { COUNTED_RETURNS } from './returns/counted-returns.js';
export { DecideWageReturn } from './returns/decide-wage-return.js';
export { RecallWageReturn } from './returns/recall-wage-return.js';
export { SaveWageReturn } from './returns/save-wage-return.js';
export { SetWageTargets } from './returns/set-wage-targets.js';
export {
  ACTIVITY_GROUPS,
  type ActivityGroup,
  MAIN_ACTIVITIES,
  type MainActivity,
  WageReturn,
} from './returns/wage-return.entity.js';
export { WAGE_EVENTS } from './returns/wage-return.events.js';
export {
  type WageReturnFilter,
  type WageReturnForm,
  WageReturnQueries,
  type WageReturnView,
} from './returns/wage-return.queries.js';
export {
  WAGE_RETURN_STATES,
  type WageReturnAction,
  type WageReturnState,
  wageReturnTransitions,
} from './returns/wage-return.transitions.js';
export { RemindWageReturns } from './returns/remind-wage-returns.js';
export { RecordWageRule } from './rules/record-wage-rule.js';
export { WAGE_RULE_KINDS, WageRule, type WageRuleKind } from './rules/wage-rule.entity.js';
export { WageRuleQueries } from './rules/wage-rule.queries.js';
export { WAGES_FEATURES } from './wages.features.js';
export { WagesModule } from './wages.module.js';
