import type { OrderToCopyQuery, PostingChoicesQuery } from '../../data/generated/types.js';
import { type ContactValues, EMPTY_CONTACT } from '../../order-contact/contact-fields.js';
import { placeInputs, type PlaceValues, placeValues } from '../../delivery-places/values.js';
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
  /** Missing in what was typed before there were places. */
  places?: PlaceValues[];
}

/** The form as it is typed. */
export interface PostValues {
  deskId: string;
  title: string;
  description: string;
  departmentId: string;
  isPublicMoney: boolean;
  contact: ContactValues;
  lines: LineValues[];
}

export const EMPTY_LINE: LineValues = {
  search: '',
  workTypeCode: '',
  quantity: '',
  lotSize: '',
  dueOn: '',
  specification: '',
  places: [],
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
    contact: contactOf(earlier),
    lines: earlier?.lines.map(({ workType, quantity, lotSize, dueOn, specification, places }) => ({
      search: '',
      workTypeCode: workType.code,
      quantity: String(quantity),
      lotSize: lotSize > 1 ? String(lotSize) : '',
      dueOn: isDraft ? dueOn : '',
      specification,
      places: placeValues(places, isDraft),
    })) ?? [EMPTY_LINE],
  };
}

/** The same person is asked about the next order; its number is another one. */
function contactOf(earlier: Earlier | null): ContactValues {
  if (!earlier?.contact) return EMPTY_CONTACT;
  const { buyerNumber, person, phone, inspector } = earlier.contact;
  return { buyerNumber: earlier.status === 'DRAFT' ? buyerNumber : '', person, phone, inspector };
}

/** As the api takes it. */
export function contentOf({ title, description, departmentId, isPublicMoney, contact, lines }: PostValues) {
  return {
    contact,
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
      places: placeInputs(line.places ?? []),
    })),
  };
}
