import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { Buyers } from '../../data/generated/buyers.js';
import { DraftWorkOrder } from '../../data/generated/draft-work-order.js';
import { SubmitWorkOrder } from '../../data/generated/submit-work-order.js';
import type { BuyersQuery } from '../../data/generated/types.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { PlaceFields } from '../../delivery-places/place-fields.js';
import { placeInputs, type PlaceValues } from '../../delivery-places/values.js';
import { useDeliveryPlaceWords } from '../../delivery-places/words.js';
import { Button } from '../../kit/button.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { SearchedList } from '../../kit/searched-list.js';
import { More, P, Section } from '../../kit/text.js';
import { ContactFields, type ContactValues, EMPTY_CONTACT } from '../../order-contact/contact-fields.js';
import { useCommon } from '../../words/common/index.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { WorkTypeField } from '../order/work-type-field.js';
import { SaidFields } from './said-fields.js';
import { emptySaid, readSaid, type SaidValues } from './said.js';
import { useDeskEnteringWords } from './words.js';

interface Line {
  workTypeCode: string;
  quantity: string;
  dueOn: string;
  specification: string;
  /** Missing in what was typed before there were places. */
  places?: PlaceValues[];
}

interface Values extends SaidValues {
  buyerId: string;
  title: string;
  contact: ContactValues;
  lines: Line[];
}

const EMPTY: Line = { workTypeCode: '', quantity: '', dueOn: '', specification: '', places: [] };

/** An order that came by telephone, fax or mail: the desk drafts and submits it for its buyer. */
export function NewOrderPage() {
  const words = useDeskEnteringWords();
  const { areas } = useCommon();
  const query = useAsk(Buyers, {});
  return (
    <Page title={words.order.title} area={areas.desk}>
      <P>{words.order.lead}</P>
      <Loaded query={query}>{({ buyers }) => <NewOrderForm buyers={buyers} />}</Loaded>
    </Page>
  );
}

function NewOrderForm({ buyers }: { readonly buyers: BuyersQuery['buyers'] }) {
  const words = useDeskEnteringWords();
  const { form: formWords } = useCommon();
  const placeWords = useDeliveryPlaceWords();
  const me = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const { data } = useAsk(WorkTypes, {});
  const [drafted, setDrafted] = useState<{ readonly values: string; readonly id: string } | null>(null);
  const filling = useFilling<Values>({
    draftKey: 'entered-order',
    defaultValues: { buyerId: '', title: '', contact: EMPTY_CONTACT, lines: [EMPTY], ...emptySaid(today) },
    send: async (values, idempotencyKey) => {
      const enteredFor = await readSaid({ buyerId: values.buyerId }, values, undefined, null);
      const lines = values.lines.map((line) => ({
        ...line,
        quantity: readWholeNumber(line.quantity) ?? 0,
        places: placeInputs(line.places ?? []),
      }));
      const content = { deskId: me.organisationId, title: values.title, contact: values.contact, lines };
      const key = JSON.stringify(values);
      // Drafted before, and only the sending failed: the draft that is there is sent.
      const id =
        drafted?.values === key
          ? drafted.id
          : (await ask(DraftWorkOrder, { input: { ...content, idempotencyKey, enteredFor } })).draftWorkOrder.workOrder
              .id;
      setDrafted({ values: key, id });
      await ask(SubmitWorkOrder, {
        input: { workOrderId: id, idempotencyKey: `${idempotencyKey}-submit`, enteredFor },
      });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/orders/$id', params: { id } });
    },
  });
  const { fields, append, remove } = useFieldArray({ control: filling.form.control, name: 'lines' });
  const departments = buyers.find(({ id }) => id === filling.form.watch('buyerId'))?.departments ?? [];
  const unitOf = (index: number) => {
    const code = filling.form.watch(`lines.${index}.workTypeCode`);
    return data?.workTypes.find((each) => each.code === code)?.unit ?? '';
  };
  return (
    <Form filling={filling} submitLabel={words.order.submit}>
      <SearchedList
        name="buyerId"
        label={words.order.who}
        searchLabel={words.order.whoSearch}
        searchHint={words.order.whoSearchHint}
        found={formWords.found}
        choices={buyers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="title" label={words.order.name} />
      <ContactFields />
      {fields.map(({ id }, index) => (
        <Section key={id} heading={words.order.line(index + 1)}>
          <WorkTypeField name={`lines.${index}.workTypeCode`} label={words.order.work} />
          <NumberField name={`lines.${index}.quantity`} label={words.order.quantity} unit={unitOf(index)} min={1} />
          <DateField name={`lines.${index}.dueOn`} label={words.order.due} today={today} min={today} />
          <TextField name={`lines.${index}.specification`} label={words.order.specification} rows={2} isOptional />
          <More summary={placeWords.heading}>
            <PlaceFields name={`lines.${index}.places`} unit={unitOf(index)} departments={departments} />
          </More>
          {fields.length > 1 ? (
            <Button look="quiet" onClick={() => remove(index)}>
              {`${words.order.line(index + 1)} ${words.order.remove}`}
            </Button>
          ) : null}
        </Section>
      ))}
      <Button look="secondary" onClick={() => append(EMPTY)}>
        {words.order.add}
      </Button>
      <SaidFields files={null} onFiles={() => undefined} />
    </Form>
  );
}
