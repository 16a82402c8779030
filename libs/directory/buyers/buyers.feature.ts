import { feature } from '#yui/platform';
import { Buyer } from './buyer.entity.js';
import { BuyerQueries } from './buyer.queries.js';
import { Department } from './department.entity.js';
import { DeskBuyer } from './desk-buyer.entity.js';
import { LinkBuyer } from './link-buyer.js';
import { RegisterBuyer } from './register-buyer.js';
import { AddDepartment, RenameDepartment } from './set-department.js';

export const buyers = feature({
  entities: [Buyer, Department, DeskBuyer],
  commands: [LinkBuyer, RegisterBuyer, AddDepartment, RenameDepartment],
  queries: [BuyerQueries],
  auditSentences: {
    registerBuyer: { ja: '発注者を登録しました。', en: 'Registered a new buyer.' },
    linkBuyer: { ja: '発注者を窓口に登録しました。', en: 'Took up a buyer.' },
    addDepartment: { ja: '部署を追加しました。', en: 'Added a department.' },
    renameDepartment: { ja: '部署の名前を変更しました。', en: 'Renamed a department.' },
  },
});
