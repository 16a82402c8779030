export { AllocationShare } from './allocations/allocation-share.entity.js';
export { Allocation, type AllocationState } from './allocations/allocation.entity.js';
export { AllocationQueries } from './allocations/allocation.queries.js';
export { Assignment } from './assignments/assignment.entity.js';
export { type AssignmentFilter, AssignmentQueries, type AssignmentView } from './assignments/assignment.queries.js';
export {
  ASSIGNMENT_STATES,
  type AssignmentAction,
  type AssignmentState,
  assignmentTransitions,
} from './assignments/assignment.transitions.js';
export { ProgressReport } from './assignments/progress-report.entity.js';
export { Delivery } from './deliveries/delivery.entity.js';
export { DeliveryQueries, type DeliveryView } from './deliveries/delivery.queries.js';
export { DEFECT_HANDLINGS, type DefectHandling, Inspection } from './deliveries/inspection.entity.js';
export type { OrderEventName, OrderEvents } from './order.events.js';
export { OrdersModule } from './orders.module.js';
export type { Page, PageOf } from './page.js';
export { type Party, PartyQueries } from './parties/party.queries.js';
export { Quote, type QuoteState } from './quotes/quote.entity.js';
export { type QuoteLineView, QuoteQueries, type QuoteView } from './quotes/quote.queries.js';
export { WorkOrderLine } from './work-orders/work-order-line.entity.js';
export { CONTRACT_TYPES, type ContractType, WorkOrder } from './work-orders/work-order.entity.js';
export { type WorkOrderFilter, type WorkOrderLineView, WorkOrderQueries } from './work-orders/work-order.queries.js';
export {
  WORK_ORDER_STATES,
  type WorkOrderAction,
  type WorkOrderState,
  workOrderTransitions,
} from './work-orders/work-order.transitions.js';
