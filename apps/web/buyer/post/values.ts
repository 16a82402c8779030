import type { OrderToCopyQuery, PostingChoicesQuery } from '../../data/generated/types.js';
import { readWholeNumber } from '../../words/typed-numbers.js';

/** Where the words of a buyer fit no kind of work: hours of work, and the desk decides what it is. */
export const UNSURE = 'LIGHT_WORK';

/** A line as it is typed. */
export interface LineValues {
  search: string;
  workTypeCode: string;
  quantity: string;
  lotSize: string;
  dueOn: string;
  specification: string;
}

/** The form as it is typed. */
export interface PostValues {
  deskId: string;
  title: string;
  description: string;
  departmentId: string;
  isPublicMoney: boolean;
  lines: LineValues[];
}

export const EMPTY_LINE: LineValues = {
  search: '',
  workTypeCode: '',
  quantity: '',
  lotSize: '',
  dueOn: '',
  specification: '',
};

type Earlier = OrderToCopyQuery['workOrder'];

/** What the form begins with. An earlier order fills in all but the dates; a draft those, too. */
export function firstValues({ desks, buyers }: PostingChoicesQuery, earlier: Earlier | null): PostValues {
  const isDraft = earlier?.status === 'DRAFT';
  return {
    deskId: earlier?.desk.id ?? desks[0]?.id ?? '',
    title: earlier?.title ?? '',
    description: earlier?.description ?? '',
    departmentId: earlier?.department?.id ?? '',
    isPublicMoney: earlier?.isPublicMoney ?? buyers[0]?.kind === 'GOVERNMENT',
    lines: earlier?.lines.map(({ workType, quantity, lotSize, dueOn, specification }) => ({
      search: '',
      workTypeCode: workType.code,
      quantity: String(quantity),
      lotSize: lotSize > 1 ? String(lotSize) : '',
      dueOn: isDraft ? dueOn : '',
      specification,
    })) ?? [EMPTY_LINE],
  };
}

/** As the api takes it. */
export function contentOf({ title, description, departmentId, isPublicMoney, lines }: PostValues) {
  return {
    title,
    description,
    departmentId: departmentId === '' ? null : departmentId,
    isPublicMoney,
    lines: lines.map((line) => ({
      workTypeCode: line.workTypeCode,
      quantity: readWholeNumber(line.quantity) ?? 0,
      lotSize: readWholeNumber(line.lotSize),
      dueOn: line.dueOn,
      specification: line.specification,
    })),
  };
}
