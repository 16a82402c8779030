import { count } from './count.js';
import type { BindingReason, Measure, SplitShare } from '../snapshot/types.js';

/** One reason, in both languages. */
export interface OwnReason {
  readonly ja: string;
  readonly en: string;
}

type Figures = Readonly<Record<'units' | 'entitled' | 'fair' | 'before' | 'after', OwnReason>>;

const inBoth = (value: number): OwnReason => ({ ja: count(value), en: count(value) });

const SENTENCES: Partial<Readonly<Record<BindingReason, (figures: Figures) => OwnReason>>> = {
  FAIR_SHARE: ({ before, after }) => ({
    ja: `仕事を公平に分けた数です。この仕事で、今年度の実績は1人あたり${before.ja}から${after.ja}になります。`,
    en: `This is the fair share. With it, what each person has had this year goes from ${before.en} to ${after.en}.`,
  }),
  TIE: ({ after }) => ({
    ja: `仕事を公平に分けた数です（今年度の実績は1人あたり${after.ja}になります）。最後の分は、公開のくじで決まりました。`,
    en: `This is the fair share (${after.en} for each person this year). The last part went by a public draw.`,
  }),
  CAPACITY: ({ units, entitled }) => ({
    ja: `登録されている作業の時間で、期日までにできる数（${units.ja}）のすべてです。時間に余裕があれば、公平に分けた数は約${entitled.ja}でした。`,
    en: `This is all that can be done by the date in the hours on record (${units.en}). With more hours the fair share would be about ${entitled.en}.`,
  }),
  LOT_FLOOR: ({ units, entitled }) => ({
    ja: `公平に分けた数は約${entitled.ja}ですが、登録されている「いちばん少ない数」（${units.ja}）に合わせました。`,
    en: `The fair share is about ${entitled.en}; it was raised to the smallest lot on record, ${units.en}.`,
  }),
  PINNED: ({ units }) => ({
    ja: `お返事または窓口との相談で決めた数（${units.ja}）です。`,
    en: `This is the number (${units.en}) that was answered or agreed with the desk.`,
  }),
  KEPT: ({ units }) => ({
    ja: `前にお願いした数（${units.ja}）のままです。`,
    en: `This is the number (${units.en}) that was offered before.`,
  }),
  CHEAPER_PRICE: ({ units, fair }) => ({
    ja: `お返事の単価をもとに、公平に分けた数（${fair.ja}）より多い${units.ja}にしました。`,
    en: `Because of the unit price that was answered, this is ${units.en} instead of the fair share of ${fair.en}.`,
  }),
  DEARER_PRICE: ({ units, fair }) => ({
    ja: `お返事の単価をもとに、公平に分けた数（${fair.ja}）より少ない${units.ja}にしました。`,
    en: `Because of the unit price that was answered, this is ${units.en} instead of the fair share of ${fair.en}.`,
  }),
};

/**
 * Why a facility has the units it has, in words for that facility: its own figures alone, in the unit of the work. Nothing
 * of the other facilities, and nothing the coordinator noted for the desk. Null for a facility that gets nothing.
 */
export function explainOwnShare(measure: Measure, share: SplitShare, unit: string): OwnReason | null {
  if (share.units === 0) return null;
  const units = (value: number): OwnReason => ({ ja: `${inBoth(value).ja}${unit}`, en: inBoth(value).en });
  const perPerson = (value: number): OwnReason =>
    measure === 'YEN'
      ? { ja: `${inBoth(value).ja}円`, en: `¥${inBoth(value).en}` }
      : { ja: `${inBoth(value).ja}分`, en: `${inBoth(value).en} minutes` };
  const sentence = SENTENCES[share.reason.code];
  return (
    sentence?.({
      units: units(share.units),
      entitled: units(share.entitlementUnits),
      fair: units(share.fairUnits),
      before: perPerson(share.ratioBefore),
      after: perPerson(share.loadRatio),
    }) ?? null
  );
}
