import type { BusinessProfile } from '../profiles/business-profile.entity.js';
import type { SampleOrganisation } from './sample-people.js';

export type SampleProfile = Omit<
  BusinessProfile,
  'organisationId' | 'changedAt' | 'accountSetBy' | 'accountSetAt' | 'accountDisputedAt'
> & {
  readonly organisation: SampleOrganisation;
  readonly registrationNumber: string | null;
};

/** A bank that does not exist, under a code that nobody has. */
export const SAMPLE_BANK = {
  code: '9999',
  name: '見本銀行',
  kana: 'ミホン',
  branches: [
    { code: '001', name: '本店営業部', kana: 'ホンテンエイギヨウブ' },
    { code: '012', name: '高知支店', kana: 'コウチ' },
  ],
};

const NO_ACCOUNT = {
  bankCode: null,
  branchCode: null,
  bankName: null,
  branchName: null,
  accountType: null,
  accountNumber: null,
  accountHolderKana: null,
} as const;

/** Of facilities the town alone is public in the list they come from; street, telephone and account are made up. */
function facility(
  facilityName: string,
  operatorName: string,
  address: string,
  registrationNumber: string | null,
  accountNumber: string,
  accountHolderKana: string,
): SampleProfile {
  return {
    organisation: { facilityName },
    organisationKind: 'FACILITY',
    operatorName,
    representative: '管理者 見本 一郎',
    contactPerson: null,
    postalCode: '780-0000',
    address,
    phone: '088-555-0199',
    fax: null,
    email: null,
    bankCode: '9999',
    branchCode: '012',
    bankName: '見本銀行',
    branchName: '高知支店',
    accountType: 'ORDINARY',
    accountNumber,
    accountHolderKana,
    registrationNumber,
  };
}

/** What the organisations of the sample state on their papers. Numbers are examples whose check digits fit. */
export const SAMPLE_PROFILES: readonly SampleProfile[] = [
  {
    organisation: 'DESK',
    organisationKind: 'DESK',
    operatorName: '特定非営利活動法人こうち見本ネットワーク',
    representative: '理事長 見本 花子',
    contactPerson: '調整担当 見本 葉子',
    postalCode: '780-0870',
    address: '高知県高知市本町四丁目0番0号 見本ビル3階',
    phone: '088-555-0101',
    fax: '088-555-0198',
    email: 'madoguchi@yui.example.com',
    bankCode: '9999',
    branchCode: '001',
    bankName: '見本銀行',
    branchName: '本店営業部',
    accountType: 'ORDINARY',
    accountNumber: '0012345',
    accountHolderKana: 'トクヒ)コウチミホンネットワーク',
    registrationNumber: 'T7123456789012',
  },
  {
    organisation: 'COMPANY',
    organisationKind: 'BUYER',
    operatorName: null,
    representative: '代表取締役 見本 太郎',
    contactPerson: null,
    postalCode: '780-0822',
    address: '高知県高知市はりまや町一丁目0番0号',
    phone: '088-555-0102',
    fax: null,
    email: 'company@yui.example.com',
    ...NO_ACCOUNT,
    registrationNumber: null,
  },
  {
    organisation: 'CITY',
    organisationKind: 'BUYER',
    operatorName: null,
    representative: '市長 見本 次郎',
    contactPerson: null,
    postalCode: '780-8571',
    address: '高知県見本市本町五丁目0番0号',
    phone: '088-555-0103',
    fax: null,
    email: 'city@yui.example.com',
    ...NO_ACCOUNT,
    registrationNumber: null,
  },
  facility('Life time', '見本福祉会', '高知県高知市見本町1-1', 'T5345678901230', '1000001', 'ミホンフクシカイ'),
  facility('共同作業所ゆら・ら', '社会福祉法人見本の里', '高知県高知市見本町2-2', null, '1000002', 'フク)ミホンノサト'),
];
