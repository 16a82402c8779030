import { type ReactNode, useEffect, useRef } from 'react';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { rich } from './rich.js';

let isFirstPage = true;

/** A page: its title in the window and above its content. After a change of page the title has the focus. */
export function Page({
  title,
  area,
  lead,
  children,
  isNarrow = false,
}: {
  readonly title: string;
  readonly area: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly isNarrow?: boolean;
}) {
  const { shortName } = useCommon();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <div className={isNarrow ? 'mx-auto max-w-2xl' : ''}>
      <title>{`${plain(title)}｜${plain(area)}｜${shortName}`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {rich(title)}
      </h1>
      {lead === undefined ? null : <div className="mt-2">{rich(lead)}</div>}
      <div className="mt-6">{children}</div>
    </div>
  );
}
