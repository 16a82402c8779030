import { defineErrors } from '#yui/platform';

export const moveInErrors = defineErrors('MOVE_IN', {
  UNDER_WAY: {
    ja: 'この窓口の移行ブックを、ほかの人が取り込んでいます。1分ほど待って、もう一度お試しください。',
    en: 'Somebody else is importing the workbook of this desk. Try again in a minute.',
  },
  HAS_PROBLEMS: {
    ja: '直すところが{count}か所あるため、何も取り込んでいません。直したブックでもう一度お試しください。',
    en: 'Nothing was imported: {count} places have to be corrected first.',
  },
  ASKED: {
    ja: '答えていただきたいことが{count}件あるため、何も取り込んでいません。',
    en: 'Nothing was imported: {count} questions wait for an answer.',
  },
  SHEETS_MISSING: {
    ja: '移行ブックのシート（「事業所」「発注者」など）がありません。見本をダウンロードして、そのシートに記入してください。',
    en: 'None of the sheets of the workbook (事業所, 発注者, …) is there. Download the template and fill its sheets in.',
  },
  SHEET_TWICE: {
    ja: '「{sheet}」にあたるシートが2つあります。1つにまとめてください。',
    en: 'Two sheets are called {sheet}. Put them together.',
  },
  TOO_MANY_ROWS: {
    ja: 'このシートは{most}行までです。分けて取り込んでください。',
    en: 'This sheet may have at most {most} rows. Import it in parts.',
  },
  HEADINGS_MISSING: {
    ja: '見出しの行が見つかりません。見本のとおりに見出しを入れてください。',
    en: 'The row of headings was not found. Use the headings of the template.',
  },
  COLUMN_MISSING: {
    ja: '「{heading}」の列がありません。見出しを入れて、列を足してください。',
    en: 'The column {heading} is missing. Add it with its heading.',
  },
  COLUMN_TWICE: {
    ja: '「{heading}」の列が2つあります。どちらか1つにしてください。',
    en: 'There are two columns {heading}. Keep one.',
  },
  ROW_TWICE: {
    ja: '{line}行目と同じ行です。どちらか1つにするか、番号を分けてください。',
    en: 'This is the same row as in line {line}. Keep one, or give them different numbers.',
  },
  NO_NUMBER: {
    ja: '数として読めません。数字だけを入れてください。',
    en: 'This cannot be read as a number. Write digits only.',
  },
  NO_DAY: {
    ja: '日付として読めません。令和8年11月1日、2026/11/1 のように入れてください。',
    en: 'This cannot be read as a day. Write it like 2026/11/1.',
  },
  NO_YEAR: {
    ja: '年度として読めません。2026、令和8年度、R8 のように入れてください。',
    en: 'This cannot be read as a fiscal year. Write it like 2026.',
  },
  NO_CHOICE: {
    ja: 'この欄には書けない言葉です。次から選んでください：{choices}',
    en: 'This is none of the words that can stand here: {choices}',
  },
  UNKNOWN_NUMBER: {
    ja: '「{number}」という番号が「{sheet}」シートにも、これまでの取り込みにもありません。番号を確かめるか、そのシートに行を足してください。',
    en: 'There is no {number} in the sheet {sheet}, and none was imported before. Check the number, or add its row there.',
  },
  NEEDS_BROKEN_ROW: {
    ja: '「{sheet}」シートの「{number}」に直すところがあるため、この行は確かめられませんでした。',
    en: 'This row could not be checked, because {number} in the sheet {sheet} has to be corrected.',
  },
  FACILITY_TAKEN: {
    ja: 'この事業所は、ほかの行（番号「{number}」）と同じ事業所です。どちらかの行を消してください。',
    en: 'This facility is that of another row ({number}). Remove one of them.',
  },
  FACILITY_LEFT: {
    ja: 'この事業所は、いったんこの窓口の登録を終えています。もう一度登録するときは、事業所の画面で登録してから取り込んでください。',
    en: 'This facility has left the desk. Register it again on its page first.',
  },
  FACILITY_ELSEWHERE: {
    ja: 'この事業所は、別の窓口に登録されているか、利用する人がいるため、事業所の同意が必要です。事業所の画面で、登録コードを使って登録してから取り込んでください。',
    en: 'This facility is registered elsewhere or has people of its own, so it has to agree: register it with its registration code first.',
  },
  KIND_FIXED: {
    ja: '登録済みの発注者の区分（企業・官公庁）は変えられません。番号か区分を確かめてください。',
    en: 'Whether a registered buyer is a company or a government cannot be changed. Check number and kind.',
  },
  NAME_FIXED: {
    ja: '登録済みの発注者の名前は、ブックでは変えられません。もとの名前に戻すか、別の発注者なら別の番号を付けてください。',
    en: 'The name of a registered buyer cannot be changed by the workbook. Write the name as it was, or use another number for another buyer.',
  },
  MOVED: {
    ja: '前に取り込んだ行と、結び付く相手（{heading}）が違います。別のものなら、別の番号を付けてください。',
    en: 'This row belonged to another {heading} when it was imported before. Use another number for another thing.',
  },
  PERSON_OF_MISSING: {
    ja: '事業所・発注者の人には、所属の番号を入れてください。',
    en: 'Give the number of the facility or buyer the person belongs to.',
  },
  YEAR_MISSING: {
    ja: '年度か履行日のどちらかを入れてください。',
    en: 'Give the fiscal year or the day of performance.',
  },
  COUNT_MISSING: {
    ja: '件名のない行は表のますとして数えます。件数を入れてください。',
    en: 'A row without a title is a figure of a table: give the number of orders.',
  },
  QUOTE_EXPIRES_BY_ITSELF: {
    ja: '見積の期限切れは、期限が来ると自動でなるもので、取り込めません。「見積済み」として取り込むか、期限の切れた案件は「確認中」として取り込んで見積を出し直してください。',
    en: 'A quote expires by itself when its time is over. Import the order as quoted, or as under review and quote it again.',
  },
  CANCEL_ON_PAGE: {
    ja: '取消中の案件は取り込めません。「製作中」などとして取り込み、案件の画面でキャンセルの手続きをしてください。',
    en: 'An order that is being cancelled cannot be imported. Import it as it was before, and cancel it on its page.',
  },
  REFERRAL_ENDS_WITH_ORDER: {
    ja: '斡旋型の案件は、「見積済み」か「受注」までです。事業所との契約から先は、このシステムの外で進みます。',
    en: 'A referral goes as far as quoted or ordered: the work itself is agreed outside.',
  },
  CANDIDATES_MISSING: {
    ja: '斡旋型の案件では、紹介する事業所を「案件の割当」シートに書いてください。',
    en: 'For a referral, write the facilities to introduce into the sheet of shares.',
  },
  CHOSEN_MISSING: {
    ja: '斡旋型の受注では、選ばれた事業所1つだけを「案件の割当」シートで「引受」にしてください。',
    en: 'For a referral that is ordered, exactly the chosen facility is accepted in the sheet of shares.',
  },
  ORDER_IS_OVER: {
    ja: '終わった案件です。「過去の実績」シートに書いてください。',
    en: 'This order is over. It belongs in the sheet of past results.',
  },
  MISSING_FOR_STATE: {
    ja: '「{stage}」の案件には、この欄が要ります。',
    en: 'An order in the state {stage} needs this.',
  },
  SHARES_DIFFER: {
    ja: 'この状態の案件では、割当の合計（{shares}）が数量（{quantity}）と同じでなければなりません。',
    en: 'In this state the shares ({shares}) must add up to the quantity ({quantity}).',
  },
  SHARES_TOO_MANY: {
    ja: '割当の合計（{shares}）が数量（{quantity}）より多くなっています。',
    en: 'The shares ({shares}) are more than the quantity ({quantity}).',
  },
  SHARE_NOT_PLACED: {
    ja: '{names}には、この数は割り当てられません（できる仕事の登録がない、納期までの能力が足りない、または最小数量に満たない）。',
    en: 'These units cannot be given to {names}: not offered, not enough capacity by the date, or under the smallest lot.',
  },
  SHARE_ENDED: {
    ja: 'この事業所への割当は、取り込んだあとに終わっています（辞退、期限切れ、取り下げ、返上、取消のいずれか）。ブックからもう一度お願いすることはありません。代わりの事業所に書きかえるか、この行を消してください。もう一度お願いするときは、案件の画面で配分してください。',
    en: 'The share of this facility has ended since: declined, expired, withdrawn, handed back or cancelled. The workbook does not ask it again. Write the facility that took its place or remove the row; to ask it again, split the order on its page.',
  },
  SHARES_TOO_EARLY: {
    ja: '「{stage}」の案件には、まだ割当はありません。状態を確かめるか、割当の行を消してください。',
    en: 'An order in the state {stage} has no shares yet. Check the state, or remove the shares.',
  },
  NOT_ALL_ACCEPTED: {
    ja: 'この状態の案件では、すべての割当が「引受」でなければなりません。',
    en: 'In this state every share must be accepted.',
  },
  DELIVERED_TOO_MANY: {
    ja: '納品済みの数が、割当の数より多くなっています。',
    en: 'More was delivered than the share has.',
  },
  NOT_ALL_DELIVERED: {
    ja: 'この状態の案件では、すべての割当が納品済みでなければなりません。納品済みの数を、割当の数と同じにしてください。',
    en: 'In this state every share must be delivered: write as many delivered units as the share has.',
  },
  CONTENT_FIXED: {
    ja: '前に取り込んだ行の{columns}は、もうブックでは変えられません。画面で変更してください（このブックでは、もとの値に戻してください）。',
    en: '{columns} of a row that was imported before cannot be changed by the workbook any more. Change it on its page.',
  },
});
