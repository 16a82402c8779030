import { isAdmin, useMe } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AddDepartment } from '../../data/generated/add-department.js';
import { RenameDepartment } from '../../data/generated/rename-department.js';
import { queryClient } from '../../data/use-ask.js';
import { announce } from '../../kit/announce.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Empty } from '../../kit/loaded.js';
import { More, P, Section } from '../../kit/text.js';
import { useSettingsWords } from './words.js';

interface Department {
  readonly id: string;
  readonly name: string;
  readonly invoiceAddressee: string | null;
}

/** The parts of the buyer that order. */
export function DepartmentsSection({
  buyerId,
  departments,
}: {
  readonly buyerId: string;
  readonly departments: readonly Department[];
}) {
  const words = useSettingsWords();
  const me = useMe();
  return (
    <Section heading={words.departments} id="departments">
      <P className="mb-3">{words.departmentsLead}</P>
      {departments.length === 0 ? <Empty>{words.noDepartments}</Empty> : null}
      <ul className="grid gap-2">
        {departments.map((department) => (
          <li key={department.id}>
            <span className="font-bold">{department.name}</span>
            {isAdmin(me.role) ? <RenameForm department={department} /> : null}
          </li>
        ))}
      </ul>
      {isAdmin(me.role) ? <AddForm buyerId={buyerId} /> : null}
    </Section>
  );
}

function RenameForm({ department: { id, name, invoiceAddressee } }: { readonly department: Department }) {
  const words = useSettingsWords();
  const field = `department-${id}`;
  const addressee = `addressee-${id}`;
  const filling = useFilling<Record<string, string>>({
    defaultValues: { [field]: name, [addressee]: invoiceAddressee ?? '' },
    send: async (values) => {
      await ask(RenameDepartment, {
        input: { departmentId: id, name: values[field] ?? '', invoiceAddressee: values[addressee] ?? '' },
      });
      announce(words.saved);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <More summary={words.rename(name)}>
      <Form filling={filling} submitLabel={words.submitRename} submitLook="secondary" label={words.rename(name)}>
        <TextField name={field} label={words.newName} />
        <TextField name={addressee} label={words.invoiceAddressee} hint={words.invoiceAddresseeHint} isOptional />
      </Form>
    </More>
  );
}

function AddForm({ buyerId }: { readonly buyerId: string }) {
  const words = useSettingsWords();
  const filling = useFilling<{ departmentName: string }>({
    defaultValues: { departmentName: '' },
    send: async ({ departmentName }, idempotencyKey) => {
      await ask(AddDepartment, { input: { buyerId, name: departmentName, idempotencyKey } });
      filling.form.reset();
      announce(words.saved);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <More summary={words.addDepartment}>
      <Form filling={filling} submitLabel={words.addDepartment} submitLook="secondary" label={words.addDepartment}>
        <TextField name="departmentName" label={words.department} />
      </Form>
    </More>
  );
}
