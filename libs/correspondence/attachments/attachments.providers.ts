import { AddAttachment } from './add-attachment.js';
import { Attachment } from './attachment.entity.js';
import { AttachmentQueries } from './attachment.queries.js';
import { CleanUpAttachments } from './clean-up-attachments.js';
import { RemoveAttachment } from './remove-attachment.js';
import { ShareAttachment } from './share-attachment.js';

/** All that belongs to files people add, for the module. */
export const attachments = {
  entities: [Attachment],
  queries: [AttachmentQueries],
  commands: [AddAttachment, RemoveAttachment, ShareAttachment],
  deadlines: [CleanUpAttachments],
};
