import { type ReactNode, useState } from 'react';
import { rich } from './rich.js';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
}

export function P({ children, className = '' }: Props) {
  return <p className={className}>{rich(children)}</p>;
}

export function Quiet({ children, className = '' }: Props) {
  return <p className={`text-sm text-quiet ${className}`}>{rich(children)}</p>;
}

/** A part of a page under its own heading. */
export function Section({
  id,
  heading,
  children,
  aside,
}: {
  readonly id?: string;
  readonly heading: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) {
  return (
    <section id={id} className="mt-10 scroll-mt-20">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 border-b-2 border-blue-900 pb-2">
        <h2>{rich(heading)}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Framed content: a row of a list that is more than a line. */
export function Card({ children, className = '' }: Props) {
  return <div className={`rounded-lg border border-faint bg-paper p-4 ${className}`}>{children}</div>;
}

/** What is true of one thing, as pairs. */
export function Facts({
  items,
}: {
  readonly items: readonly (readonly [term: string, value: ReactNode] | false | null)[];
}) {
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(8rem,max-content)_1fr]">
      {items.map((item) =>
        item ? (
          <div key={item[0]} className="contents">
            <dt className="pt-2 font-bold text-quiet sm:pt-0">{rich(item[0])}</dt>
            <dd className="whitespace-pre-line">{rich(item[1])}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** More for those who want it. Children that are a function are drawn when it is opened. */
export function More({
  summary,
  children,
  isOpen = false,
}: {
  readonly summary: string;
  readonly children: ReactNode | (() => ReactNode);
  readonly isOpen?: boolean;
}) {
  const [wasOpened, setWasOpened] = useState(isOpen);
  const content = typeof children !== 'function' ? children : wasOpened ? children() : null;
  return (
    <details className="mt-3" open={isOpen} onToggle={() => setWasOpened(true)}>
      <summary className="inline-flex min-h-11 items-center rounded-sm py-2 pr-3 text-blue-1000 underline underline-offset-4">
        {rich(summary)}
      </summary>
      <div className="border-l-4 border-faint pl-4">{content}</div>
    </details>
  );
}
