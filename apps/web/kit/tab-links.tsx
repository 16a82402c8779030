import type { LinkProps } from '@tanstack/react-router';
import { plain } from '../words/readings.js';
import { ButtonLink } from './button.js';

export interface TabLink {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
}

/** Pages that belong together, one of which is shown. */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly current: string;
}) {
  return (
    <nav aria-label={plain(label)} className="mb-6 flex flex-wrap gap-2">
      {tabs.map((tab) => (
        <ButtonLink
          key={tab.to}
          to={tab.to}
          look={tab.to === current ? 'primary' : 'secondary'}
          aria-current={tab.to === current ? 'page' : undefined}
        >
          {tab.label}
        </ButtonLink>
      ))}
    </nav>
  );
}
