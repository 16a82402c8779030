import type { ReactNode } from 'react';
import { useCommon } from '../words/common/index.js';
import { LanguageSwitch } from './language-switch.js';
import { Content, SkipLink } from './shell-frame.js';

/** Around pages of people who are not signed in. */
export function OutsideShell({ children }: { readonly children?: ReactNode }) {
  const { product } = useCommon();
  return (
    <>
      <SkipLink />
      <header className="border-b border-faint">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-3 px-4 py-1">
          <a href="/" className="inline-flex min-h-11 min-w-11 items-center text-lg font-bold text-ink no-underline">
            {product}
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <div className="mx-auto max-w-3xl px-4 py-8">
        <Content>{children}</Content>
      </div>
    </>
  );
}
