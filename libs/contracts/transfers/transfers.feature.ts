import { feature } from '#yui/platform';
import { CancelTransferRun } from './cancel-transfer-run.js';
import { MakeTransferRun } from './make-transfer-run.js';
import { SetTransferClient } from './set-transfer-client.js';
import { SettleTransferRun } from './settle-transfer-run.js';
import { TransferClient } from './transfer-client.entity.js';
import { TransferItem } from './transfer-item.entity.js';
import { TransferRecord } from './transfer-record.entity.js';
import { TransferRun } from './transfer-run.entity.js';
import { TransferQueries } from './transfer.queries.js';

export const transfers = feature({
  entities: [TransferClient, TransferItem, TransferRecord, TransferRun],
  commands: [CancelTransferRun, MakeTransferRun, SetTransferClient, SettleTransferRun],
  queries: [TransferQueries],
  auditSentences: {
    'transferRun.make': { ja: '振込データを作成しました。', en: 'Made a file of transfers for the bank.' },
    'transferRun.download': { ja: '振込データを取り出しました。', en: 'Downloaded a file of transfers.' },
    'transferRun.settle': {
      ja: '振込データを振込済みにしました。',
      en: 'Recorded that the bank carried out a file of transfers.',
    },
    'transferRun.cancel': { ja: '振込データを取り消しました。', en: 'Called off a file of transfers.' },
    'transferClient.set': {
      ja: '銀行への振込データの設定を変更しました。',
      en: 'Changed how files of transfers are made.',
    },
  },
});
