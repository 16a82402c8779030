import { notFound, useParams } from '@tanstack/react-router';
import { isAdmin, useMe } from '../../app/session.js';
import { RulesSections } from '../../buyer/government/rules-sections.js';
import { ask } from '../../data/ask.js';
import { AddDepartment } from '../../data/generated/add-department.js';
import { BuyerTerms } from '../../data/generated/buyer-terms.js';
import { Buyers } from '../../data/generated/buyers.js';
import { RenameDepartment } from '../../data/generated/rename-department.js';
import type { BuyersQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { PageLink } from '../../kit/button.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { LetterPartySection } from '../letters/letter-party.js';
import { InviteForm } from '../settings/invite-form.js';
import { InvitedFirst } from '../settings/invited-first.js';
import { TermsForm } from './terms-form.js';
import { useBuyerWords } from './words.js';

type Buyer = BuyersQuery['buyers'][number];

/** One buyer: its terms with the desk, its departments, its first person. */
export function BuyerPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/buyers/$id' });
  const query = useAsk(Buyers, {});
  return (
    <Loaded query={query}>
      {({ buyers }) => {
        const buyer = buyers.find((each) => each.id === id);
        if (!buyer) throw notFound();
        return <Content buyer={buyer} />;
      }}
    </Loaded>
  );
}

function Content({ buyer }: { readonly buyer: Buyer }) {
  const words = useBuyerWords();
  const me = useMe();
  return (
    <Page title={buyer.name} area={words.title}>
      <PageLink to="/desk/buyers">{words.back}</PageLink>
      <Facts
        items={[
          [words.kind, words.kinds[buyer.kind]],
          [words.code, buyer.code],
        ]}
      />
      <LetterPartySection party={{ buyerId: buyer.id }} />
      <Terms buyerId={buyer.id} />
      {buyer.kind === 'GOVERNMENT' ? (
        <>
          <Departments buyer={buyer} />
          <RulesSections buyerId={buyer.id} />
        </>
      ) : null}
      {isAdmin(me.role) ? (
        <Section heading={words.people}>
          <P className="mb-3">{words.inviteLead}</P>
          <InvitedFirst organisationId={buyer.id} />
          <DialogButton label={words.invite}>
            {(close) => <InviteForm organisationId={buyer.id} roles={['BUYER_ADMIN']} onDone={close} />}
          </DialogButton>
        </Section>
      ) : null}
    </Page>
  );
}

function Terms({ buyerId }: { readonly buyerId: string }) {
  const words = useBuyerWords();
  const { organisationId: deskId, role } = useMe();
  const query = useAsk(BuyerTerms, { input: { buyerId, deskId } });
  return (
    <Section heading={words.terms}>
      <Loaded query={query}>
        {({ buyerTerms }) => (
          <>
            <Facts
              items={[
                [words.acceptanceDays, words.days(buyerTerms.acceptanceDays)],
                [words.billing, words.billings[buyerTerms.billing]],
                [words.closing, words.dayOf(buyerTerms.closingDay)],
                [words.payment, words.paymentOf(buyerTerms.paymentMonths, words.dayOf(buyerTerms.paymentDay))],
                [words.pricing, words.pricings[buyerTerms.pricing]],
                [words.contractingParty, buyerTerms.contractingParty ?? words.ownName],
                [words.holiday, words.holidays[buyerTerms.dueDayRule]],
                [words.needsPaper, buyerTerms.needsSignedPaper ? words.yes : words.no],
              ]}
            />
            {isAdmin(role) ? (
              <div className="mt-4">
                <DialogButton label={words.changeTerms}>
                  {(close) => <TermsForm buyerId={buyerId} terms={buyerTerms} onDone={close} />}
                </DialogButton>
              </div>
            ) : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Departments({ buyer }: { readonly buyer: Buyer }) {
  const words = useBuyerWords();
  const me = useMe();
  return (
    <Section heading={words.departments}>
      {buyer.departments.length === 0 ? <Quiet>{words.noDepartments}</Quiet> : null}
      <ul className="grid gap-2">
        {buyer.departments.map(({ id, name, invoiceAddressee }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <span>{invoiceAddressee === null ? name : words.withAddressee(name, invoiceAddressee)}</span>
            {isAdmin(me.role) ? (
              <DialogButton label={words.renameDepartment(name)} short={words.rename} look="quiet">
                {(close) => (
                  <DepartmentForm buyerId={buyer.id} department={{ id, name, invoiceAddressee }} onDone={close} />
                )}
              </DialogButton>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdmin(me.role) ? (
        <DialogButton label={words.addDepartment}>
          {(close) => <DepartmentForm buyerId={buyer.id} department={null} onDone={close} />}
        </DialogButton>
      ) : null}
    </Section>
  );
}

function DepartmentForm({
  buyerId,
  department,
  onDone,
}: {
  readonly buyerId: string;
  readonly department: Buyer['departments'][number] | null;
  readonly onDone: () => void;
}) {
  const words = useBuyerWords();
  const filling = useFilling({
    defaultValues: { name: department?.name ?? '', invoiceAddressee: department?.invoiceAddressee ?? '' },
    send: async (values, idempotencyKey) => {
      if (department) await ask(RenameDepartment, { input: { departmentId: department.id, ...values } });
      else await ask(AddDepartment, { input: { idempotencyKey, buyerId, ...values } });
      await afterSaving(words.saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={department ? words.rename : words.addDepartment}>
      <TextField name="name" label={words.department} />
      <TextField name="invoiceAddressee" label={words.invoiceAddressee} hint={words.invoiceAddresseeHint} isOptional />
    </Form>
  );
}
