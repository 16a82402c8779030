import { feature } from '#yui/platform';
import { CreatePrefecture } from './create-prefecture.js';
import { PrefectureDesk } from './prefecture-desk.entity.js';
import { Prefecture } from './prefecture.entity.js';
import { PrefectureQueries } from './prefecture.queries.js';
import { SetOverseenDesks } from './set-overseen-desks.js';

export const prefectures = feature({
  entities: [Prefecture, PrefectureDesk],
  commands: [CreatePrefecture, SetOverseenDesks],
  queries: [PrefectureQueries],
  auditSentences: {
    createPrefecture: { ja: '都道府県を登録しました。', en: 'Registered a prefecture.' },
    setOverseenDesks: {
      ja: '都道府県が所管する窓口を変更しました。',
      en: 'Changed which desks a prefecture oversees.',
    },
  },
});
