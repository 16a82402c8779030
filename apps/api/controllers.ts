import { HealthController, MetricsController } from '#yui/platform';
import { AnswerPageController } from './answers/answer-page.controller.js';
import { AttachmentController } from './attachments/attachment.controller.js';
import { ExportController } from './exports/export.controller.js';
import { EventStreamController } from './live/event-stream.controller.js';
import { MoveInController } from './move-in/move-in.controller.js';
import { LetterController } from './letters/letter.controller.js';
import { PaperController } from './papers/paper.controller.js';
import { JournalController } from './journal/journal.controller.js';
import { SchemaController } from './programs/schema.controller.js';
import { TransferController } from './transfers/transfer.controller.js';
import { PublicationController } from './procurement/publication.controller.js';

/** What the api serves beside GraphQL. */
export const CONTROLLERS = [
  AttachmentController,
  AnswerPageController,
  LetterController,
  PaperController,
  JournalController,
  MoveInController,
  SchemaController,
  TransferController,
  PublicationController,
  EventStreamController,
  ExportController,
];

/** With what the platform brings along. */
export const ALL_CONTROLLERS = [HealthController, MetricsController, ...CONTROLLERS];
