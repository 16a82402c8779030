import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { PlaceOrder } from '../../../data/generated/place-order.js';
import { queryClient } from '../../../data/use-ask.js';
import { announce } from '../../../kit/announce.js';
import { Button } from '../../../kit/button.js';
import { RadioList } from '../../../kit/choices.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Message } from '../../../kit/message.js';
import { P } from '../../../kit/text.js';
import { formatYen } from '../../../words/format.js';
import { useOrdersWords } from '../words.js';
import type { Quote } from './order.js';

/** The yes to a quote. It binds, so what it says is looked at once more before it is sent. */
export function PlaceOrderForm({ quote }: { readonly quote: Quote }) {
  const { quote: words } = useOrdersWords();
  const [isChecking, setIsChecking] = useState(false);
  const isReferral = quote.contractType === 'REFERRAL';
  const amount = formatYen(quote.amountYen + quote.taxYen);
  const filling = useFilling<{ candidate: string }>({
    defaultValues: { candidate: '' },
    send: async ({ candidate }, idempotencyKey) => {
      if (!isChecking) {
        setIsChecking(true);
        return;
      }
      const chosenFacilityId = isReferral ? candidate : null;
      await ask(PlaceOrder, { input: { quoteId: quote.id, idempotencyKey, chosenFacilityId } });
      announce(words.ordered);
      await queryClient.invalidateQueries();
    },
  });
  const chosen = quote.candidates.find(({ id }) => id === filling.form.watch('candidate'));
  if (isChecking) {
    return (
      <Form
        filling={filling}
        submitLabel={words.confirm}
        label={words.check}
        others={
          <Button look="secondary" onClick={() => setIsChecking(false)}>
            {words.back}
          </Button>
        }
      >
        <h3 className="mt-6">{words.check}</h3>
        <Message kind="warning">
          <P className="text-lg font-bold">
            {isReferral ? words.checkReferral(chosen?.name ?? '') : words.checkSentence(amount)}
          </P>
          <P>{words.checkBinds}</P>
        </Message>
      </Form>
    );
  }
  return (
    <Form filling={filling} submitLabel={isReferral ? words.choose : words.accept(amount)} label={words.heading}>
      {isReferral ? (
        <RadioList
          name="candidate"
          label={words.candidates}
          choices={quote.candidates.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </Form>
  );
}
