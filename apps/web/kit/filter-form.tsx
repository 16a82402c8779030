import type { ReactNode } from 'react';
import { useCommon } from '../words/common/index.js';
import { Button } from './button.js';
import { useFilling } from './filling.js';
import { Form } from './form.js';
import { More } from './text.js';

/** What a field holds: text, or of a list of choices those that are made. */
type Values = Readonly<Record<string, string | readonly string[]>>;

/** By what a list is narrowed; what is set stands in the address. */
export function FilterForm(props: {
  readonly values: Values;
  readonly onFilter: (values: Record<string, string>) => void;
  readonly children: ReactNode;
}) {
  // What the address says now is what the form begins with.
  return <Filter key={JSON.stringify(props.values)} {...props} />;
}

function Filter({
  values,
  onFilter,
  children,
}: {
  readonly values: Values;
  readonly onFilter: (values: Record<string, string>) => void;
  readonly children: ReactNode;
}) {
  const { filter } = useCommon();
  const isSet = Object.values(values).some((value) => value.length > 0);
  const filling = useFilling<Record<string, string | string[]>>({
    defaultValues: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    ),
    send: async (entered) => {
      const texts = Object.entries(entered).map(([name, value]) => [
        name,
        (typeof value === 'string' ? value : value.join('.')).trim(),
      ]);
      onFilter(Object.fromEntries(texts.filter(([, text]) => text !== '')) as Record<string, string>);
      return Promise.resolve();
    },
  });
  return (
    <search className="no-print mb-4 block rounded-lg border border-faint px-4 pb-2">
      <More summary={isSet ? filter.changeFilter : filter.narrow} isOpen={isSet}>
        <Form
          filling={filling}
          submitLabel={filter.apply}
          submitLook="secondary"
          others={
            isSet ? (
              <Button look="quiet" onClick={() => onFilter({})}>
                {filter.clear}
              </Button>
            ) : null
          }
        >
          <div className="grid gap-x-6 md:grid-cols-2">{children}</div>
        </Form>
      </More>
    </search>
  );
}
