import { createLink, type LinkComponent, useNavigate } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { rich } from './rich.js';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const SHAPE =
  'inline-flex min-h-12 min-w-11 items-center justify-center gap-2 rounded-lg px-5 py-2 font-bold leading-snug text-center';
const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-blue-900 text-white no-underline hover:bg-blue-1000 hover:underline',
  secondary: 'border border-blue-900 bg-white text-blue-900 no-underline hover:bg-blue-50 hover:underline',
  quiet: 'bg-transparent px-3 text-blue-1000 underline underline-offset-4 hover:bg-blue-50',
  danger: 'border border-red-1000 bg-white text-red-1000 no-underline hover:bg-red-50 hover:underline',
};
const OFF =
  'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-ground aria-disabled:text-quiet';

interface Look {
  readonly look?: ButtonLook;
  readonly isFull?: boolean;
}

function classesOf({ look = 'primary', isFull = false }: Look): string {
  return `${SHAPE} ${LOOKS[look]} ${OFF} ${isFull ? 'w-full' : ''}`;
}

/** A button that is off stays reachable and says so; pressing it does nothing. */
export function Button({
  look,
  isFull,
  isOff = false,
  type = 'button',
  children,
  onClick,
  ...rest
}: Look & { readonly isOff?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={isOff ? 'button' : type}
      aria-disabled={isOff || undefined}
      className={classesOf({ look, isFull })}
      onClick={isOff ? undefined : onClick}
    >
      {rich(children)}
    </button>
  );
}

interface AnchorProps extends Look, AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor({ look, isFull, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classesOf({ look, isFull })}>
      {rich(children)}
    </a>
  );
}

function PlainAnchor({ children, className = '', ...rest }: AnchorProps) {
  return (
    <a {...rest} className={`inline-flex min-h-11 items-center ${className}`}>
      {rich(children)}
    </a>
  );
}

const RoutedButton = createLink(ButtonAnchor);
const RoutedAnchor = createLink(PlainAnchor);

/** A link that looks like a button: it leads to another page. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = (props) => <RoutedButton {...props} />;

/** A link to another page of the product. */
export const PageLink: LinkComponent<typeof PlainAnchor> = (props) => <RoutedAnchor {...props} />;

/** What the api serves itself; the browser goes there. */
const SERVED = /^\/(papers|publications|attachments|answer)(\/|\?|$)/;

/** Follows an address the api named within the product; what the api serves itself is left to the browser. */
function useFollow(href: string, onClick?: () => void): (event: MouseEvent<HTMLAnchorElement>) => void {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.();
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || SERVED.test(href)) return;
    event.preventDefault();
    void navigate({ href });
  };
}

/** A link to an address the api named: a page of the product, or something it serves itself. */
export function AddressLink({
  href,
  look,
  onClick,
  children,
}: {
  readonly href: string;
  /** As a button; omitted: as a link. */
  readonly look?: ButtonLook;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}) {
  const follow = useFollow(href, onClick);
  return (
    <a
      href={href}
      onClick={follow}
      className={look === undefined ? 'inline-flex min-h-11 items-center' : classesOf({ look })}
    >
      {rich(children)}
    </a>
  );
}

/** The same, looking like a button. */
export function AddressButton({
  href,
  look,
  isFull,
  children,
}: Look & { readonly href: string; readonly children: ReactNode }) {
  const follow = useFollow(href);
  return (
    <a href={href} onClick={follow} className={classesOf({ look, isFull })}>
      {rich(children)}
    </a>
  );
}

/** A link to what the api serves itself: a paper, a file. */
export function FileLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-11 min-w-11 items-center">
      {rich(children)}
    </a>
  );
}

/** The buttons of a form or a row: the first is the usual one. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap items-center gap-3">{children}</div>;
}
