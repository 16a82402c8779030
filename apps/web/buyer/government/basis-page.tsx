import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { ContractBasis } from '../../data/generated/contract-basis.js';
import { DecideContractBasis } from '../../data/generated/decide-contract-basis.js';
import type { Basis, ContractBasisQuery } from '../../data/generated/types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Done, Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, More } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatYen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { useGovernmentWords } from './words.js';

type BasisOfOrder = ContractBasisQuery['contractBasis'];

/** By which item a government orders: what the product proposes and why, and what the government decided. */
export function BasisPage() {
  const { basis: words, bases } = useGovernmentWords();
  const { areas } = useCommon();
  const language = useLanguage();
  const { id } = useParams({ from: '/inside/buyer-area/buyer/orders/$id/basis' });
  const query = useAsk(ContractBasis, { id });
  return (
    <Loaded query={query}>
      {({ workOrder, contractBasis: basis }) => (
        <Page title={words.title(workOrder.number)} area={areas.buyer} lead={workOrder.title} isNarrow>
          <Facts items={[[words.amount, formatYen(basis.amountYen)]]} />
          <Message kind={basis.decided === null ? 'info' : 'success'}>
            {basis.decided === null
              ? words.proposed(bases[basis.proposed])
              : words.decided(bases[basis.decided], basis.decidedReason ?? '')}
          </Message>
          {(language === 'en' ? basis.warningsEn : basis.warningsJa).map((warning) => (
            <Message key={warning} kind="warning">
              {warning}
            </Message>
          ))}
          {basis.availableActions.includes('decide') ? <DecideForm id={id} basis={basis} /> : null}
          <p className="mt-6">
            <PageLink to="/buyer/orders/$id" params={{ id }}>
              {words.back}
            </PageLink>
          </p>
        </Page>
      )}
    </Loaded>
  );
}

function DecideForm({ id, basis }: { readonly id: string; readonly basis: BasisOfOrder }) {
  const { basis: words, bases } = useGovernmentWords();
  const language = useLanguage();
  const [isSaved, setIsSaved] = useState(false);
  const filling = useFilling<{ chosen: string; basisReason: string }>({
    draftKey: `basis:${id}`,
    defaultValues: { chosen: basis.decided ?? basis.proposed, basisReason: basis.decidedReason ?? '' },
    send: async ({ chosen, basisReason }, idempotencyKey) => {
      const input = { workOrderId: id, idempotencyKey, basis: chosen as Basis, reason: basisReason };
      await ask(DecideContractBasis, { input });
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  const options = (isPossible: boolean) =>
    basis.options
      .filter((option) => option.isPossible === isPossible)
      .map(({ reasonJa, reasonEn, ...option }) => ({ ...option, reason: language === 'en' ? reasonEn : reasonJa }));
  return (
    <>
      <Form filling={filling} submitLabel={words.submit} label={words.choose}>
        <RadioList
          name="chosen"
          label={words.choose}
          choices={options(true).map(({ basis: each, reason }) => ({ value: each, label: bases[each], hint: reason }))}
        />
        {options(false).length === 0 ? null : (
          <More summary={words.impossible} isOpen>
            <ul className="grid gap-2">
              {options(false).map(({ basis: each, reason }) => (
                <li key={each}>
                  <span className="font-bold">{bases[each]}</span> {reason}
                </li>
              ))}
            </ul>
            <PageLink to="/buyer/rules">{words.toRules}</PageLink>
          </More>
        )}
        <TextField name="basisReason" label={words.reason} hint={words.reasonHint} rows={3} />
      </Form>
      {isSaved ? <Done>{words.saved}</Done> : null}
    </>
  );
}
