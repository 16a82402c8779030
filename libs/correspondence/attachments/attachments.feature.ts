import { feature } from '#yui/platform';
import { AddAttachment } from './add-attachment.js';
import { Attachment } from './attachment.entity.js';
import { AttachmentQueries } from './attachment.queries.js';
import { CleanUpAttachments } from './clean-up-attachments.js';
import { RemoveAttachment } from './remove-attachment.js';
import { ShareAttachment } from './share-attachment.js';
import { VirusScanner } from './virus-scanner.js';

export const attachments = feature({
  entities: [Attachment],
  commands: [AddAttachment, RemoveAttachment, ShareAttachment],
  queries: [AttachmentQueries],
  parts: [VirusScanner],
  deadlines: [CleanUpAttachments],
  auditSentences: {
    'attachment.add': { ja: 'ファイルを添付しました。', en: 'Attached a file.' },
    'attachment.remove': { ja: '添付ファイルを外しました。', en: 'Removed an attached file.' },
    'attachment.share': { ja: '添付ファイルの公開先を変更しました。', en: 'Changed who sees an attached file.' },
  },
});
