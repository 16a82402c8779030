import { TextField } from '../kit/fields.js';
import { useOrderContactWords } from './words.js';

export interface ContactValues {
  buyerNumber: string;
  person: string;
  phone: string;
  inspector: string;
}

export const EMPTY_CONTACT: ContactValues = { buyerNumber: '', person: '', phone: '', inspector: '' };

/** Number, person and telephone, in a form that holds them as `contact`. */
export function ContactFields() {
  const words = useOrderContactWords();
  return (
    <>
      <TextField name="contact.buyerNumber" label={words.buyerNumber} hint={words.buyerNumberHint} isOptional />
      <TextField name="contact.person" label={words.person} hint={words.personHint} isOptional />
      <TextField name="contact.phone" label={words.phone} type="tel" isOptional />
      <TextField name="contact.inspector" label={words.inspector} hint={words.inspectorHint} isOptional />
    </>
  );
}
