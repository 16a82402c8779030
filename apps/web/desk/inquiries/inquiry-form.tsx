import { useToday } from '../../app/session.js';
import type { InquiryQuery } from '../../data/generated/types.js';
import { useEnteringWords } from '../../entering/words.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { CHANNELS, KINDS } from './inquiry-search.js';
import { useInquiryWords } from './words.js';

type Inquiry = InquiryQuery['inquiry'];

export interface InquiryValues {
  kind: Inquiry['kind'];
  receivedOn: string;
  channel: Inquiry['channel'];
  organisation: string;
  person: string;
  contact: string;
  subject: string;
  detail: string;
  nextAction: string;
  nextOn: string;
}

export function emptyInquiry(today: string): InquiryValues {
  return {
    kind: 'INQUIRY',
    receivedOn: today,
    channel: 'PHONE',
    organisation: '',
    person: '',
    contact: '',
    subject: '',
    detail: '',
    nextAction: '',
    nextOn: '',
  };
}

/** As the api takes it. */
export function readInquiry({ nextOn, ...values }: InquiryValues) {
  return { ...values, nextOn: nextOn === '' ? null : nextOn };
}

export function InquiryFields() {
  const words = useInquiryWords();
  const { channels } = useEnteringWords();
  const today = useToday();
  return (
    <>
      <RadioList
        name="kind"
        label={words.kind}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextField name="organisation" label={words.organisation} autoComplete="off" />
      <TextField name="person" label={words.person} autoComplete="off" isOptional />
      <TextField name="contact" label={words.contact} autoComplete="off" isOptional />
      <TextField name="subject" label={words.subject} />
      <TextField name="detail" label={words.detail} rows={3} isOptional />
      <RadioList
        name="channel"
        label={words.channel}
        choices={CHANNELS.map((value) => ({ value, label: channels[value] }))}
      />
      <DateField name="receivedOn" label={words.day} today={today} />
      <TextField name="nextAction" label={words.nextAction} hint={words.nextHint} isOptional />
      <DateField name="nextOn" label={words.nextOn} today={today} isOptional />
    </>
  );
}
