import { feature } from '#yui/platform';
import { AcceptWork } from './accept-work.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryQueries } from './delivery.queries.js';
import { InspectDelivery } from './inspect-delivery.js';
import { InspectionDefect } from './inspection-defect.entity.js';
import { Inspection } from './inspection.entity.js';
import { ReportDelivery } from './report-delivery.js';
import { ReturnedWork } from './returned-work.entity.js';

export const deliveries = feature({
  entities: [Delivery, InspectionDefect, Inspection, ReturnedWork],
  commands: [AcceptWork, InspectDelivery, ReportDelivery],
  queries: [DeliveryQueries],
});
