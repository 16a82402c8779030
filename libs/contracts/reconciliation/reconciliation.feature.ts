import { feature } from '#yui/platform';
import { ContractHandler } from './contract.handler.js';
import { RecordPaperReturned } from './record-paper-returned.js';
import { RemindMilestones } from './remind-milestones.js';

export const reconciliation = feature({
  commands: [RecordPaperReturned],
  deadlines: [RemindMilestones],
  parts: [ContractHandler],
});
