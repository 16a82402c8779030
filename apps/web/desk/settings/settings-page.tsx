import type { ReactNode } from 'react';
import { isAdmin, useMe } from '../../app/session.js';
import { Page } from '../../kit/page.js';
import { TabLinks } from '../../kit/tab-links.js';
import { Quiet } from '../../kit/text.js';
import { useSettingsWords } from './words.js';

const TABS = {
  split: '/desk/settings',
  fees: '/desk/settings/fees',
  terms: '/desk/settings/terms',
  profile: '/desk/settings/profile',
  people: '/desk/settings/people',
  moveIn: '/desk/move-in',
  audit: '/desk/settings/audit',
} as const;

/** One of the pages of the settings of a desk, with the way to the others. */
export function SettingsPage({
  tab,
  lead,
  children,
}: {
  readonly tab: keyof typeof TABS;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const { title, tabs, readOnly } = useSettingsWords();
  const { role } = useMe();
  const names = (Object.keys(TABS) as (keyof typeof TABS)[]).filter(
    (name) => (name !== 'audit' && name !== 'moveIn') || isAdmin(role),
  );
  return (
    <Page title={tabs[tab]} area={title} lead={lead}>
      <TabLinks
        label={tabs.label}
        current={TABS[tab]}
        tabs={names.map((name) => ({ to: TABS[name], label: tabs[name] }))}
      />
      {isAdmin(role) ? null : <Quiet className="mb-4">{readOnly}</Quiet>}
      {children}
    </Page>
  );
}
