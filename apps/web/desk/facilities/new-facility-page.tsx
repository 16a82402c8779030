import { useNavigate } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { RegisterFacility } from '../../data/generated/register-facility.js';
import { RegisterMembership } from '../../data/generated/register-membership.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { PageLink } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { P, Section } from '../../kit/text.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

/** A facility that is new, or one that another desk keeps and that agreed by its code. */
export function NewFacilityPage() {
  const words = useFacilitiesWords();
  const choices = useAsk(FacilityChoices, {});
  return (
    <Page title={words.newTitle} area={words.title} isNarrow>
      <PageLink to="/desk/facilities">{words.back}</PageLink>
      <Section heading={words.newHeading}>
        <P>{words.newLead}</P>
        <Loaded query={choices}>{() => <NewForm />}</Loaded>
      </Section>
      <Section heading={words.codeHeading}>
        <P>{words.codeLead}</P>
        <CodeForm />
      </Section>
    </Page>
  );
}

function NewForm() {
  const words = useFacilitiesWords();
  const today = useToday();
  const navigate = useNavigate();
  const choices = useAsk(FacilityChoices, {});
  const typeName = useTypeName(choices.data);
  const filling = useFilling({
    draftKey: 'new-facility',
    defaultValues: { name: '', typeCode: '', capacity: '', municipality: '', servicesText: '', joinedOn: today },
    send: async ({ name, typeCode, capacity, municipality, servicesText, joinedOn }, idempotencyKey) => {
      const capacityPersons = readWholeNumber(capacity) ?? 0;
      const input = { idempotencyKey, name, typeCode, capacityPersons, municipality, servicesText, joinedOn };
      const { registerFacility } = await ask(RegisterFacility, { input });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/facilities/$id', params: { id: registerFacility.facility.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitNew}>
      <TextField name="name" label={words.name} />
      <RadioList
        name="typeCode"
        label={words.type}
        choices={(choices.data?.facilityTypes ?? []).map(({ code }) => ({ value: code, label: typeName(code) }))}
      />
      <NumberField name="capacity" label={words.capacity} unit={words.personUnit} min={1} />
      <TextField name="municipality" label={words.municipality} hint={words.municipalityHint} isOptional />
      <TextField name="servicesText" label={words.servicesText} hint={words.servicesHint} rows={3} isOptional />
      <DateField name="joinedOn" label={words.joined} today={today} />
    </Form>
  );
}

function CodeForm() {
  const words = useFacilitiesWords();
  const navigate = useNavigate();
  const filling = useFilling({
    defaultValues: { code: '' },
    send: async ({ code }, idempotencyKey) => {
      const input = { idempotencyKey, registrationCode: code };
      const { registerMembership } = await ask(RegisterMembership, { input });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/facilities/$id', params: { id: registerMembership.membership.facility.id } });
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitCode} submitLook="secondary">
      <TextField name="code" label={words.code} autoComplete="off" />
    </Form>
  );
}
