import { feature } from '#yui/platform';
import { CreateDesk } from './create-desk.js';
import { Desk } from './desk.entity.js';
import { DeskQueries } from './desk.queries.js';
import { SetDeskSettings } from './set-desk-settings.js';

export const desks = feature({
  entities: [Desk],
  commands: [CreateDesk, SetDeskSettings],
  queries: [DeskQueries],
  auditSentences: {
    createDesk: { ja: '窓口を開設しました。', en: 'Opened the desk.' },
    setDeskSettings: { ja: '窓口の設定を変更しました。', en: 'Changed the settings of the desk.' },
  },
});
