import { defineErrors } from '#yui/platform';

export const attachmentErrors = defineErrors('ATTACHMENT', {
  TYPE_UNSUPPORTED: {
    ja: 'このファイルは添付できません。PDF か、JPEG・PNG・WebP の画像を選んでください。',
    en: 'This file cannot be attached. Choose a PDF, or a JPEG, PNG or WebP image.',
  },
  TOO_LARGE: {
    ja: 'ファイルが大きすぎます。{maxMb}MB以内にしてください。',
    en: 'The file is too large; at most {maxMb} MB.',
  },
  EMPTY: { ja: 'ファイルが空です。', en: 'The file is empty.' },
  IMAGE_UNREADABLE: {
    ja: '画像を読み取れませんでした。別の画像を選ぶか、撮り直してください。',
    en: 'The image cannot be read. Choose another one, or take it again.',
  },
  IMAGE_TOO_LARGE: {
    ja: '画像が大きすぎるか、読み取りに時間がかかりすぎます。縦横を小さくして（3000ピクセルほど）、もう一度お試しください。',
    en: 'The image is too large, or takes too long to read. Make it smaller (about 3,000 pixels wide) and try again.',
  },
  BUSY: {
    ja: 'ただいま多くの画像を受け付けています。少し待ってから、もう一度お試しください。',
    en: 'Many images are being added at the moment. Try again in a little while.',
  },
  NO_PREVIEW: {
    ja: 'このファイルは小さく表示できません。ファイルそのものを開いてください。',
    en: 'There is no small picture of this file. Open the file itself.',
  },
  INFECTED: {
    ja: 'このファイルからウイルスが見つかったため、受け取りませんでした。お使いのパソコンを確かめてから、別のファイルを選んでください。',
    en: 'A virus was found in this file, so it was not kept. Check your computer, then choose another file.',
  },
  SCANNER_AWAY: {
    ja: 'ウイルスの検査ができないため、いまはファイルを受け取れません。少し待ってから、もう一度お試しください。',
    en: 'Files cannot be searched for viruses at the moment, so none is taken. Try again in a little while.',
  },
  IS_EVIDENCE: {
    ja: 'このファイルは、代わりに入力した内容の裏づけになっているため、消せません。',
    en: 'This file proves what was entered for somebody, so it stays.',
  },
  TOO_MANY: {
    ja: '添付できるファイルは{most}個までです。要らないファイルを消してから、添付してください。',
    en: 'At most {most} files can be attached here. Remove one first.',
  },
});
