import { useFormContext } from 'react-hook-form';
import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { SetCategoryMapping } from '../../data/generated/set-category-mapping.js';
import type { GovernmentRulesQuery } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Message } from '../../kit/message.js';
import { Table } from '../../kit/table.js';
import { Card, More, P, Section } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { useGovernmentWords } from './words.js';

interface Props {
  readonly rules: GovernmentRulesQuery['governmentRules'];
  readonly categories: GovernmentRulesQuery['procurementCategories'];
}

const KINDS = ['GOODS', 'SERVICE'] as const;

/** How the government files its orders where it differs from the national scheme. */
export function MappingSection({ rules, categories }: Props) {
  const { rules: words } = useGovernmentWords();
  const me = useMe();
  const today = useToday();
  const [mapping] = rules.categoryMappings;
  return (
    <Section heading={words.mapping}>
      <P>{words.mappingLead}</P>
      <Message>
        {mapping
          ? words.mappingNow(mapping.name, mapping.version, formatDate(mapping.fromOn, today))
          : words.mappingNone}
      </Message>
      {mapping ? (
        <More summary={words.mappingCaption}>
          <Table
            caption={words.mappingCaption}
            rows={mapping.entries}
            keyOf={({ categoryCode }) => categoryCode}
            columns={[
              {
                heading: words.national,
                cell: ({ categoryCode }) => categories.find(({ code }) => code === categoryCode)?.nameJa ?? '',
              },
              { heading: words.ownKind, cell: ({ ownKind }) => words.ownKinds[ownKind] },
              { heading: words.ownName, cell: ({ ownName }) => ownName },
            ]}
          />
        </More>
      ) : null}
      {isAdmin(me.role) ? (
        <More summary={words.newMapping}>
          <MappingForm rules={rules} categories={categories} />
        </More>
      ) : null}
    </Section>
  );
}

function MappingForm({ rules, categories }: Props) {
  const { rules: words } = useGovernmentWords();
  const today = useToday();
  const before = rules.categoryMappings[0]?.entries ?? [];
  const filling = useFilling<Record<string, string>>({
    draftKey: 'category-mapping',
    defaultValues: {
      mappingName: '',
      mappingFrom: today,
      ...Object.fromEntries(
        categories.flatMap(({ code, nameJa }) => {
          const entry = before.find(({ categoryCode }) => categoryCode === code);
          const usual = code.startsWith('GOODS') ? 'GOODS' : 'SERVICE';
          return [
            [`code-${code}`, entry?.ownCode ?? code],
            [`name-${code}`, entry?.ownName ?? nameJa],
            [`kind-${code}`, entry?.ownKind ?? usual],
          ];
        }),
      ),
    },
    send: async (values, idempotencyKey) => {
      const entries = categories.map(({ code }) => ({
        categoryCode: code,
        ownCode: values[`code-${code}`] ?? '',
        ownName: values[`name-${code}`] ?? '',
        ownKind: values[`kind-${code}`] === 'GOODS' ? ('GOODS' as const) : ('SERVICE' as const),
      }));
      const { mappingName: name = '', mappingFrom: fromOn = '' } = values;
      await ask(SetCategoryMapping, { input: { buyerId: rules.buyerId, idempotencyKey, name, fromOn, entries } });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitMapping} submitLook="secondary" label={words.newMapping}>
      <TextField name="mappingName" label={words.mappingName} />
      <DateField name="mappingFrom" label={words.from} today={today} />
      <div className="mt-4 grid gap-3">
        {categories.map(({ code, nameJa }) => (
          <CategoryFields key={code} code={code} name={nameJa} />
        ))}
      </div>
    </Form>
  );
}

/** One national category; it is opened where something is to be different. */
function CategoryFields({ code, name }: { readonly code: string; readonly name: string }) {
  const { rules: words } = useGovernmentWords();
  const { watch } = useFormContext<Record<string, string>>();
  const own = watch(`name-${code}`) ?? '';
  const kind = watch(`kind-${code}`) === 'GOODS' ? 'GOODS' : 'SERVICE';
  return (
    <Card>
      <More summary={own === name ? name : `${name} → ${own}（${words.ownKinds[kind]}）`}>
        <TextField name={`code-${code}`} label={`${words.ownCode} ${name}`} />
        <TextField name={`name-${code}`} label={`${words.ownName} ${name}`} />
        <RadioList
          name={`kind-${code}`}
          label={`${words.ownKind} ${name}`}
          choices={KINDS.map((value) => ({ value, label: words.ownKinds[value] }))}
        />
      </More>
    </Card>
  );
}
