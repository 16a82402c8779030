import type { BuyerKind } from '#yui/directory';
import type { ContractType } from '#yui/orders';
import type { SaidBy } from '#yui/platform';
import type { GovernmentLevel } from '#yui/reports';
import type { Choices } from './layout.js';

export const BUYER_KIND_WORDS: Choices<BuyerKind> = {
  COMPANY: ['企業', '会社', '民間', '民間企業', '団体', '民'],
  GOVERNMENT: ['官公庁', '行政', '自治体', '公共', '官公署', '官'],
};

export const PERSON_OF_WORDS = {
  DESK: ['窓口', '共同受注窓口', '事務局'],
  FACILITY: ['事業所', '施設'],
  BUYER: ['発注者', 'お客様', '顧客'],
} as const satisfies Choices;

export const PERSON_ROLE_WORDS = {
  ADMIN: ['管理者', '責任者'],
  MEMBER: ['担当者', '担当', '職員'],
} as const satisfies Choices;

export const CONTRACT_WORDS: Choices<ContractType> = {
  DESK_CONTRACT: ['契約型', '窓口契約型'],
  BROKERED: ['調整・仲介型', '仲介型', '調整型'],
  REFERRAL: ['斡旋型', 'あっせん型', '紹介型'],
};

export const LEVEL_WORDS: Choices<GovernmentLevel> = {
  NATION: ['国', '国の機関'],
  PREFECTURE: ['都道府県', '県'],
  MUNICIPALITY: ['市町村', '市区町村', '市', '町', '村'],
  INCORPORATED: ['独立行政法人等', '独法', '独法等'],
};

export const TAX_WORDS = {
  INCLUDED: ['税込', '税込み', '内税'],
  EXCLUDED: ['税抜', '税抜き', '税別', '外税'],
} as const satisfies Choices;

export const CHANNEL_WORDS: Choices<SaidBy> = {
  PHONE: ['電話', 'TEL'],
  FAX: ['FAX', 'ファックス', 'ファクス'],
  MAIL: ['メール', '電子メール', 'Eメール'],
  VISIT: ['来所', '訪問', '面談', '来訪'],
  LETTER: ['書面', '郵送', '手紙', '注文書'],
};

/** How far an order that is under way has come. What is over belongs with the past results. */
export const ORDER_STATE_WORDS = {
  DRAFT: ['下書き', '未提出'],
  SUBMITTED: ['依頼済み', '受付'],
  REVIEWING: ['確認中', '検討中'],
  QUOTED: ['見積済み', '見積提出', '見積中'],
  ORDERED: ['受注', '発注済み', '契約済み'],
  ALLOCATING: ['打診中', '割当中', '配分中'],
  IN_PRODUCTION: ['製作中', '作業中', '進行中'],
  DELIVERED: ['納品済み', '検収待ち'],
  ACCEPTED: ['検収済み', '請求前', '請求中', '支払待ち'],
  QUOTE_EXPIRED: ['見積期限切れ'],
  CANCELLING: ['取消中', 'キャンセル中'],
  OVER: ['完了', '終了', '精算済み', '取消', 'キャンセル', '辞退', '取り下げ'],
} as const satisfies Choices;
export type WrittenOrderState = keyof typeof ORDER_STATE_WORDS;

export const ANSWER_WORDS = {
  ASKED: ['打診中', '返事待ち', '依頼中'],
  ACCEPTED: ['引受', '引き受け', '受諾', '承諾', '決定', '了承'],
} as const satisfies Choices;
