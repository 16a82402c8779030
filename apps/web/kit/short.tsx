import { rich } from './rich.js';

/** A short label for the eye, in a row that says what it is about; aloud it is said in full. */
export function Short({ text, full }: { readonly text: string; readonly full: string }) {
  return (
    <>
      <span aria-hidden="true">{rich(text)}</span>
      <span className="sr-only">{rich(full)}</span>
    </>
  );
}
