/**
 * Work of the hand is named by its verb: whatever is 貼り is labelling. Where the same verb is another kind of work on other
 * things, what it is done to decides.
 */
export interface WorkVerb {
  /** As it stands at the end of a mention, normalised and without words such as 作業. */
  readonly verb: RegExp;
  readonly workTypeCode: string;
  /** Tried in their order on all of the mention. */
  readonly on?: readonly (readonly [things: RegExp, workTypeCode: string])[];
}

const PRODUCE =
  /野菜|果物|果実|農産|トマト|ネギ|ねぎ|葱|ニラ|苺|キュウリ|きゅうり|胡瓜|ピーマン|シシトウ|ナス|茄子|大葉|シソ|しそ|ミョウガ|みょうが|生姜|しょうが|玉ねぎ|玉葱|にんにく|ニンニク|じゃが|芋|いも|イモ|豆|米|シイタケ|きのこ|キノコ|みかん|柑橘|ゆず|ユズ|りんご|ぶどう|梨|桃|柿|栗|茶葉|オクラ|レタス|キャベツ|白菜|大根|人参|かぼちゃ|ほうれん草|ハーブ|球根|苗|唐辛子|ブルーベリー|さくらんぼ|プルーン|ごぼう|ゴボウ|ズッキーニ|エンドウ|ニンジン|カボチャ|サツマイモ|ジャガイモ|タマネギ|ラッキョウ|らっきょう|梅|ベリー|葉物/u;
const REFUSE =
  /ゴミ|缶|瓶|ビン|びん|ペットボトル|資源|古紙|古着|廃|リサイクル|プラ容器|プラスチックゴミ|金属|銅|鉄|非鉄|段ボール|ダンボール/u;
const LAUNDRY = /おしぼり|シーツ|リネン|洗濯|衣類|衣料|タオル|シャツ|作業着|ユニフォーム|布団|浴衣/u;
const BOX = /箱|ケース|ボックス|カートン|段ボール|ダンボール|トレー/u;

export const WORK_VERBS: readonly WorkVerb[] = [
  // Goods that are called by what they hold, or made of cloth.
  {
    verb: /(?:小物|小銭|ペン|名刺|カード|メガネ|めがね|眼鏡|鍵|薬|弁当箱|通帳|印鑑|ティッシュ|箸|筆記具|化粧品)入れ$/u,
    workTypeCode: 'TEXTILE',
  },
  {
    verb: /(?:小物|雑貨|グッズ|作品|アクセサリー|おもちゃ|玩具|コースター)$/u,
    workTypeCode: '',
    on: [
      [/さをり|織り?|布|染め?|革|レザー|刺繍|刺し子|編み|フェルト|縫|毛糸|羊毛/u, 'TEXTILE'],
      [/木|竹|ヒノキ|檜|杉/u, 'WOODWORK'],
    ],
  },
  { verb: /送信$/u, workTypeCode: 'DATA_ENTRY' },
  { verb: /(?:pdf|電子|デジタル|データ)化$/u, workTypeCode: 'DATA_ENTRY' },
  { verb: /(?:縫う|編む|織る|染める|刺繍する)$/u, workTypeCode: 'TEXTILE' },
  { verb: /宛名(?:を)?書く?き?$|(?:書類|文書|郵便物)(?:の)?送付$/u, workTypeCode: 'OFFICE_WORK' },
  { verb: /口留め$|袋の口とじ$|シーラー(?:がけ)?$/u, workTypeCode: 'BAGGING' },
  {
    verb: /(?:廃棄物|廃品|ゴミ|不用品|資源物|ペットボトル|廃プラスチック)(?:の|を)?(?:処分|処理|破砕|圧縮|運搬)$/u,
    workTypeCode: 'RECYCLING',
  },
  { verb: /(?:緑地帯?|芝生?|庭園?|法面)(?:の)?(?:維持)?管理$/u, workTypeCode: 'WEEDING' },
  { verb: /(?:授粉|受粉|施肥|追肥|消毒散布|剪果)$/u, workTypeCode: 'FARM_WORK' },
  { verb: /(?:耕作|耕運|畝立て|草むしり等農作業|種取り|水やり)$/u, workTypeCode: 'FARM_WORK' },
  { verb: /(?:敷き|敷き詰め|差し替え|入れ替え|詰め替え)$/u, workTypeCode: 'PACKING' },
  { verb: /(?:モップ|雑巾|ぞうきん|掃除機|ワックス)(?:がけ|掛け|かけ)$/u, workTypeCode: 'CLEANING' },
  {
    verb: /(?:結束|束ね|重ね|巻き)$/u,
    workTypeCode: '',
    on: [
      [/おしぼり|シーツ|リネン|洗濯|衣類|タオル/u, 'LAUNDRY'],
      [/ニラ|ネギ|ねぎ|野菜|ほうれん草|小松菜|花/u, 'FARM_WORK'],
      [/コイル|電線|ケーブル/u, 'PARTS_ASSEMBLY'],
    ],
  },
  {
    verb: /(?:金具|部品|フック|クリップ|ゴム|キャップ|ボタン|針金|ファスナー|リング|ピン|マグネット|パッキン)(?:の)?(?:取り?)?(?:付け|通し|掛け|はめ)$/u,
    workTypeCode: 'PARTS_ASSEMBLY',
  },
  {
    verb: /(?:育成|栽培|生産)$/u,
    workTypeCode: '',
    on: [
      [/花|植物|蘭|盆栽|シクラメン|球根/u, 'FLOWERS'],
      [PRODUCE, 'FARM_PRODUCE'],
    ],
  },
  {
    verb: /加工$/u,
    workTypeCode: '',
    on: [
      [/レーザー/u, 'LASER_WORK'],
      [/紙袋|袋加工/u, 'PAPER_BAGS'],
      [/画像|動画|写真/u, 'WEB_DESIGN'],
      [/食|魚|肉|海苔|のり|昆布|水産|農産|海産|椎茸|タケノコ|筍|豆腐|味噌|こんにゃく/u, 'PROCESSED_FOOD'],
      [PRODUCE, 'PROCESSED_FOOD'],
      [/部品|金属|樹脂|プラ|ゴム|電線|ハーネス|鉄|アルミ|機械|ワイヤー|チューブ/u, 'PARTS_ASSEMBLY'],
      [/木|竹/u, 'WOODWORK'],
      [/布|革|縫製|生地|衣料/u, 'TEXTILE'],
    ],
  },
  {
    verb: /(?:整理|処理|分け)$/u,
    workTypeCode: '',
    on: [
      [/分別|資源|ゴミ|缶|瓶|ペットボトル|古紙|廃/u, 'RECYCLING'],
      [/書類|文書|伝票|ファイル|図書|書籍/u, 'OFFICE_WORK'],
    ],
  },
  {
    verb: /(?:袋開け|花がら摘み|花がらとり|花がら取り|脇芽かき|わき芽かき|芽かき|摘花|摘葉|誘引|植菌|菌打ち|採卵|卵取り|卵拾い|集卵|餌やり|出荷調整|調製)$/u,
    workTypeCode: 'FARM_WORK',
  },
  { verb: /(?:藍|草木|絞り|板締め)染$/u, workTypeCode: 'TEXTILE' },
  { verb: /(?:箱|菓子|外装|段ボール|ダンボール|ケース|ギフト|カートン)詰め?$/u, workTypeCode: 'PACKING' },
  { verb: /封入(?:封緘|れ)?$|封筒(?:入れ|詰め)$|封緘$/u, workTypeCode: 'ENVELOPE_STUFFING' },
  {
    verb: /(?:詰め|入れ|充填|小分け|袋とじ)$/u,
    workTypeCode: 'BAGGING',
    on: [
      [/封筒|チラシ|dm|書類/u, 'ENVELOPE_STUFFING'],
      [/(?:箱|ケース)(?:に|へ)?入れ$/u, 'PACKING'],
      [/データ|数値/u, 'DATA_ENTRY'],
      [/(?:綿|わた)入れ$/u, 'TEXTILE'],
      [/(?:仕|買い|手|受け|差し|出し|口|火|刃|名)入れ$/u, ''],
    ],
  },
  {
    verb: /(?:梱包|包装|包み|荷造り|ラッピング|パッキング|詰め合わせ|詰合せ|開梱|アソート)$/u,
    workTypeCode: 'PACKING',
  },
  {
    verb: /(?:発送|出荷)(?:準備|代行)?$/u,
    workTypeCode: 'PACKING',
    on: [
      [/dm|封筒|郵便物|書類|チラシ|広報|パンフレット/u, 'ENVELOPE_STUFFING'],
      [PRODUCE, 'FARM_WORK'],
      [/収穫|栽培/u, 'FARM_WORK'],
    ],
  },
  {
    verb: /(?:貼り|貼り?付け?|貼付|張り|貼る|張る|タグ付け|値札付け|貼替え?|貼り替え)$/u,
    workTypeCode: 'LABELLING',
    on: [
      [/袋貼り|袋張り/u, 'PAPER_BAGS'],
      [/宛名/u, 'ENVELOPE_STUFFING'],
      [/クロス|壁紙|障子|襖|ふすま|網戸/u, 'FACILITY_CARE'],
      [/箱貼り|箱張り/u, 'BOX_FOLDING'],
      [/提灯|和傘|うちわ/u, 'SOUVENIRS'],
      [/見張り|出張り/u, ''],
    ],
  },
  {
    verb: /(?:折り|折る|折り込み|折込|丁合)$/u,
    workTypeCode: 'LEAFLET_FOLDING',
    on: [
      [BOX, 'BOX_FOLDING'],
      [LAUNDRY, 'LAUNDRY'],
      [/生姜|しょうが/u, 'FARM_WORK'],
    ],
  },
  {
    verb: /(?:畳み|たたみ|たたむ)$/u,
    workTypeCode: 'LAUNDRY',
    on: [
      [/紙|チラシ|封筒|地図|ラッピングシート|パンフレット/u, 'LEAFLET_FOLDING'],
      [BOX, 'BOX_FOLDING'],
    ],
  },
  {
    verb: /(?:ひも|紐|ヒモ|テープ|リボン)(?:通し|付け|結び)$/u,
    workTypeCode: 'PAPER_BAGS',
    on: [
      [/(?:紙|手提げ)?袋|バッグ/u, 'PAPER_BAGS'],
      [/./u, 'PARTS_ASSEMBLY'],
    ],
  },
  {
    verb: /(?:通し|差し込み|はめ込み|嵌め込み|はめ|取り?付け|組み?付け|組み込み|圧着|結線|ネジ締め|ビス止め|バリ取り|ばり取り|カシメ|曲げ|切断|プレス|組立)$/u,
    workTypeCode: 'PARTS_ASSEMBLY',
    on: [
      [/缶/u, 'RECYCLING'],
      [/箱|ケース|ボックス|ギフト/u, 'BOX_FOLDING'],
      [/紙袋|手提げ/u, 'PAPER_BAGS'],
      [/布|生地/u, 'TEXTILE'],
      [/衣類|シャツ|シーツ|アイロン/u, 'LAUNDRY'],
    ],
  },
  {
    verb: /(?:数え|数よみ|数読み|計数|員数|枚数確認|数量確認|検数|計量|検品|検査|検針|点検|並べ替え|種類分け|仕分け|仕訳|ピース分け|色分け|振り分け|区分け)$/u,
    workTypeCode: 'SORTING',
    on: [
      [/設備|施設|車両|消防/u, 'FACILITY_CARE'],
      [REFUSE, 'RECYCLING'],
      [/割り箸/u, 'SORTING'],
    ],
  },
  {
    verb: /(?:分別|選別|選り分け|より分け)$/u,
    workTypeCode: 'SORTING',
    on: [
      [REFUSE, 'RECYCLING'],
      [PRODUCE, 'FARM_WORK'],
      [/種|卵/u, 'FARM_WORK'],
    ],
  },
  {
    verb: /(?:解体|分解|分離|取り?外し|ばらし|バラし|剥がし|はがし|剥離|被覆剥き)$/u,
    workTypeCode: 'DISASSEMBLY',
    on: [
      [/銅線|電線/u, 'RECYCLING'],
      [/シール|ラベル/u, 'LABELLING'],
    ],
  },
  {
    verb: /(?:皮むき|皮剥き|下処理|下ごしらえ|カット)$/u,
    workTypeCode: 'PROCESSED_FOOD',
    on: [
      [/銅線|電線/u, 'RECYCLING'],
      [/布|生地|ウエス|糸|革/u, 'TEXTILE'],
      [new RegExp(`${PRODUCE.source}|食材|食品|魚|肉|鶏|昆布`, 'u'), 'PROCESSED_FOOD'],
      [/カット$/u, ''],
    ],
  },
  {
    verb: /(?:収穫|摘果|摘み取り|摘み|そぐり|調製|調整|定植|植え?付け|播種|種まき|間引き|袋かけ|出荷調整|脱穀|精米|剪葉|芽かき|田植え|稲刈り|栽培管理|管理)$/u,
    workTypeCode: 'FARM_WORK',
    on: [
      [
        /ニラ|野菜|農|畑|田|ハウス|果樹|苺|トマト|ネギ|稲|茶|花苗|球根|園|ブドウ|みかん|そぐり|収穫|摘|植|種|間引|精米|脱穀|芽|調製/u,
        'FARM_WORK',
      ],
      [/./u, ''],
    ],
  },
  { verb: /(?:回収|収集)$/u, workTypeCode: 'RECYCLING', on: [[/アンケート|集金|タオル|おしぼり|シーツ/u, '']] },
  {
    verb: /(?:分別回収|圧縮|プレス|破砕|潰し|つぶし|洗浄選別)$/u,
    workTypeCode: 'RECYCLING',
    on: [
      [REFUSE, 'RECYCLING'],
      [/./u, ''],
    ],
  },
  {
    verb: /(?:洗い|洗浄|洗い物|すすぎ)$/u,
    workTypeCode: 'WASHING',
    on: [
      [/窓|床|ビル|エアコン|カーペット|墓/u, 'CLEANING'],
      [LAUNDRY, 'LAUNDRY'],
      [/車/u, 'CLEANING'],
    ],
  },
  {
    verb: /(?:清掃|掃除|清拭|拭き|磨き|ワックスがけ|美化|ベッドメイク|ベットメイク|ベッドメイキング|ベットメイキング|シーツ交換|リネン交換|洗車|片付け)$/u,
    workTypeCode: 'CLEANING',
    on: [[/レンズ|金属|部品/u, 'PARTS_ASSEMBLY']],
  },
  { verb: /(?:草刈り|草引き|草取り|草むしり|除草|剪定|伐採|芝刈り|刈り込み|枝打ち)$/u, workTypeCode: 'WEEDING' },
  { verb: /(?:除雪|雪かき|雪下ろし|修繕|営繕|見回り|巡回)$/u, workTypeCode: 'FACILITY_CARE' },
  {
    verb: /(?:施設|センター|公園|建物|会館|ビル|マンション|駐車場|駐輪場|トイレ|体育館|プール|墓地|墓苑|設備|広場|グラウンド|キャンプ場)(?:の|等の)?(?:維持)?管理$/u,
    workTypeCode: 'FACILITY_CARE',
  },
  { verb: /(?:花壇|プランター|植栽|緑地|花)(?:の|等の)?(?:管理|整備|手入れ|植え|水やり)$/u, workTypeCode: 'FLOWERBED' },
  { verb: /(?:配布|投函|配り|ポスティング)$/u, workTypeCode: 'POSTING' },
  {
    verb: /(?:配達|配送|宅配|運搬|納品|搬入|搬出|搬送|運送)$/u,
    workTypeCode: 'DELIVERY',
    on: [
      [/弁当|給食|配食/u, 'BENTO'],
      [/メール便|新聞|広報/u, 'POSTING'],
    ],
  },
  { verb: /(?:盛り?付け|配膳|弁当詰め)$/u, workTypeCode: 'CATERING', on: [[/弁当|給食|惣菜|仕出し/u, 'BENTO']] },
  {
    verb: /(?:縫製|縫い|裁縫|刺繍|編み|織り|染め|刺し子|ミシンがけ|まつり縫い|糸切り|裁断)$/u,
    workTypeCode: 'TEXTILE',
    on: [[/文書|書類|紙|機密/u, 'SHREDDING']],
  },
  {
    verb: /(?:彫り|削り|木彫|研磨)$/u,
    workTypeCode: 'WOODWORK',
    on: [
      [/レーザー/u, 'LASER_WORK'],
      [/金属|部品|バリ/u, 'PARTS_ASSEMBLY'],
      [/木|板|箸|竹|まな板|鉛筆/u, 'WOODWORK'],
      [/./u, ''],
    ],
  },
  {
    verb: /(?:入力|集計|データ化|スキャン|打ち込み|タイピング|アノテーション)$/u,
    workTypeCode: 'DATA_ENTRY',
    on: [[/文字起こし|テープ起こし|音声/u, 'TRANSCRIPTION']],
  },
  {
    verb: /(?:運用|投稿|配信|発信|出品|編集|デザイン|コーディング|プログラミング|ライティング|更新)$/u,
    workTypeCode: 'WEB_DESIGN',
    on: [
      [
        /sns|web|hp|サイト|ec|ネット|ブログ|動画|映像|画像|写真|youtube|instagram|データ|チラシ|ロゴ|イラスト|記事|フリマ|オークション|メルカリ|デザイン|プログラ|ライティング|コーディング/u,
        'WEB_DESIGN',
      ],
      [/./u, ''],
    ],
  },
  { verb: /(?:印刷|製本|プリント|複写|コピー)$/u, workTypeCode: 'PRINTING', on: [[/名刺/u, 'BUSINESS_CARDS']] },
  { verb: /(?:焙煎)$/u, workTypeCode: 'DRINKS' },
  {
    verb: /(?:接客|レジ|品出し|陳列|店番|ホール|厨房|調理|仕込み|給仕|店舗運営)$/u,
    workTypeCode: 'CATERING',
  },
  { verb: /(?:飼育|世話|養鶏|養豚|酪農|養殖|養蜂)$/u, workTypeCode: 'FARM_WORK', on: [[/花/u, 'FLOWERBED']] },
];
