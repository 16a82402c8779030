import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../data/ask.js';
import { LinkBuyer } from '../../data/generated/link-buyer.js';
import { RegisterBuyer } from '../../data/generated/register-buyer.js';
import type { BuyerKind } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Page } from '../../kit/page.js';
import { P, Section } from '../../kit/text.js';
import { useBuyerWords } from './words.js';

/** A buyer that is new, or one that orders from another desk and agreed by its code. */
export function NewBuyerPage() {
  const words = useBuyerWords();
  return (
    <Page title={words.add} area={words.title} isNarrow>
      <PageLink to="/desk/buyers">{words.back}</PageLink>
      <Section heading={words.newHeading}>
        <NewForm />
      </Section>
      <Section heading={words.codeHeading}>
        <P>{words.codeLead}</P>
        <CodeForm />
      </Section>
    </Page>
  );
}

function NewForm() {
  const words = useBuyerWords();
  const navigate = useNavigate();
  const filling = useFilling<{ name: string; kind: string; departments: string }>({
    draftKey: 'new-buyer',
    defaultValues: { name: '', kind: '', departments: '' },
    send: async ({ name, kind, departments }, idempotencyKey) => {
      const names = departments
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      const input = {
        idempotencyKey,
        name,
        kind: kind as BuyerKind,
        departments: kind === 'GOVERNMENT' && names.length > 0 ? names : null,
      };
      const { registerBuyer } = await ask(RegisterBuyer, { input });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/buyers/$id', params: { id: registerBuyer.buyer.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitNew}>
      <TextField name="name" label={words.name} />
      <RadioList
        name="kind"
        label={words.kind}
        choices={[
          { value: 'COMPANY', label: words.kinds.COMPANY },
          {
            value: 'GOVERNMENT',
            label: words.kinds.GOVERNMENT,
            more: (
              <TextField
                name="departments"
                label={words.departments}
                hint={words.departmentsHint}
                rows={4}
                isOptional
              />
            ),
          },
        ]}
      />
    </Form>
  );
}

function CodeForm() {
  const words = useBuyerWords();
  const navigate = useNavigate();
  const filling = useFilling({
    defaultValues: { code: '' },
    send: async ({ code }, idempotencyKey) => {
      const { linkBuyer } = await ask(LinkBuyer, { input: { idempotencyKey, registrationCode: code } });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/buyers/$id', params: { id: linkBuyer.buyer.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitCode} submitLook="secondary">
      <TextField name="code" label={words.registrationCode} autoComplete="off" />
    </Form>
  );
}
