/**
 * How long lists without a page usually are, by `Type.field`. An answer is judged before it is made, so these stand for
 * what a desk with twenty facilities has; what is not named counts as OTHER_LIST.
 */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  'Query.workTypes': 20,
  'Query.suggestWorkTypes': 8,
  'Query.facilityTypes': 20,
  'Query.desks': 3,
  'Query.buyers': 50,
  'Query.people': 20,
  'Query.invitations': 20,
  'Query.buyerToday': 9,
  'BuyerTodayGroup.items': 10,
  'Query.comingDates': 60,
  'StandingOrder.occurrencesBetween': 100,
  'StandingOrder.sites': 2,
  'StandingOrder.members': 5,
  'Occurrence.shares': 1,
  'Rhythm.weekdays': 2,
  'Rhythm.dates': 12,
  'WorkOrder.lines': 2,
  'WorkOrder.quotes': 1,
  'WorkOrder.assignments': 5,
  'WorkOrder.contracts': 2,
  'WorkOrderLine.steps': 1,
  'WorkOrderLine.allocations': 1,
  'QuoteLine.steps': 1,
  'Allocation.shares': 5,
  'AllocationPlan.shares': 20,
  'AllocationSnapshot.candidates': 20,
  'Query.wageBases': 20,
  'WeekPlan.lines': 20,
  'DeskToday.groups': 10,
  'TodayGroup.items': 10,
  'WorkOrder.flags': 1,
  'WorkOrder.timeline': 1,
  'Query.capacityDays': 20,
  'Assignment.deliveries': 1,
  'Assignment.progressReports': 2,
  'Facility.workWeek': 7,
  'ContractResults.orders': 100,
  'ImportReport.facilities': 100,
  'MoveInReport.rows': 20,
};

export const OTHER_LIST = 3;

/** What a field costs by itself when it is more than a read; a thing of a list is 1. */
export const FIELD_COSTS: Readonly<Record<string, number>> = {
  // A password is hashed slowly on purpose.
  'Mutation.signIn': 500,
  'Mutation.resetPassword': 500,
  'Mutation.changePassword': 500,
  'Mutation.acceptInvitation': 500,
  // The split is computed.
  'Query.allocationPlan': 100,
  'Query.allocationSnapshot': 50,
  'Query.replayAllocation': 100,
  'Mutation.approveAllocation': 100,
  'Query.weekPlan': 500,
  'Query.capacityDays': 100,
  'Query.contractResults': 200,
  'Mutation.importRegistry': 2000,
  'Mutation.importWorkbook': 2000,
  'Facility.possibleUnits': 2,
};

export const USUAL_MUTATION = 10;
