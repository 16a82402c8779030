import { Fragment, type ReactNode } from 'react';
import { hasReadings, partsOf } from '../words/readings.js';

/** A sentence of a catalogue, with the readings of its words where it has any. */
export function Rich({ text }: { text: string }): ReactNode {
  if (!hasReadings(text)) return text;
  return partsOf(text).map(({ text: part, reading }, index) =>
    reading === null ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <ruby key={index}>
        {part}
        {/* The reading is for the eye: read aloud, the word would be said twice. */}
        <rp aria-hidden="true">（</rp>
        <rt aria-hidden="true">{reading}</rt>
        <rp aria-hidden="true">）</rp>
      </ruby>
    ),
  );
}

/** Children of the kit: strings with their readings, everything else as it is. */
export function rich(children: ReactNode): ReactNode {
  return typeof children === 'string' ? <Rich text={children} /> : children;
}
