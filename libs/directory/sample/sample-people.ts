import type { Role } from '#yui/platform';

/** Names under which the sample's organisations are found again when the accounts are made. */
export type SampleOrganisation = 'COMPANY' | 'CITY' | 'DESK' | 'PLATFORM' | { readonly facilityName: string };

/** How to sign in as one person of the sample. */
export interface SampleSignIn {
  readonly label: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

export interface SamplePerson {
  /** What the person is in the sample, Japanese. */
  readonly label: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: SampleOrganisation;
  readonly email: string;
  readonly password: string;
}

/**
 * The people of the sample. Their passwords are printed and known to everybody, so they are made only on a database
 * that has no account. The addresses are of a domain that is reserved for examples (RFC 2606): no mail can reach anyone.
 */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    label: '発注者（企業）　株式会社とさ商事（見本）',
    name: 'とさ商事 発注担当',
    role: 'BUYER_ADMIN',
    organisation: 'COMPANY',
    email: 'company@yui.example.com',
    password: 'tegami-wo-tsutsumu-asa',
  },
  {
    label: '発注者（官公庁）　見本市役所',
    name: '見本市役所 調達担当',
    role: 'BUYER_ADMIN',
    organisation: 'CITY',
    email: 'city@yui.example.com',
    password: 'kiiroi-kasa-to-yuubinkyoku',
  },
  {
    label: '共同受注窓口の担当者',
    name: '窓口 担当者',
    role: 'DESK_COORDINATOR',
    organisation: 'DESK',
    email: 'coordinator@yui.example.com',
    password: 'ume-no-michi-wo-aruku',
  },
  {
    label: '共同受注窓口の管理者',
    name: '窓口 管理者',
    role: 'DESK_ADMIN',
    organisation: 'DESK',
    email: 'desk-admin@yui.example.com',
    password: 'hoshi-ga-mieru-kita-no-heya',
  },
  {
    label: '事業所　Life time',
    name: 'Life time 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: 'Life time' },
    email: 'facility-1@yui.example.com',
    password: 'yuzu-no-kaori-no-niwa',
  },
  {
    label: '事業所　共同作業所ゆら・ら',
    name: 'ゆら・ら 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: '共同作業所ゆら・ら' },
    email: 'facility-2@yui.example.com',
    password: 'kawa-de-hirotta-ishi',
  },
  {
    label: '事業所　スウェル',
    name: 'スウェル 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: 'スウェル' },
    email: 'facility-3@yui.example.com',
    password: 'sora-ni-ukabu-tako',
  },
  {
    label: '事業所　すずめ旭天神センター',
    name: 'すずめ旭天神センター 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: 'すずめ旭天神センター' },
    email: 'facility-4@yui.example.com',
    password: 'umi-made-jitensha-de',
  },
  {
    label: '事業所　あゆみ共同作業所',
    name: 'あゆみ共同作業所 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: 'あゆみ共同作業所' },
    email: 'facility-5@yui.example.com',
    password: 'take-no-mori-no-kaze',
  },
  {
    label: '事業所　ワークセンターファースト',
    name: 'ワークセンターファースト 担当者',
    role: 'FACILITY_ADMIN',
    organisation: { facilityName: '障害者就労継続支援B型ワークセンターファースト' },
    email: 'facility-6@yui.example.com',
    password: 'natsu-no-yuugata-no-ame',
  },
  {
    label: '運営者（見本の時計を進められます）',
    name: '運営者',
    role: 'PLATFORM_ADMIN',
    organisation: 'PLATFORM',
    email: 'platform@yui.example.com',
    password: 'furui-tokei-no-oto-ga-suru',
  },
];
