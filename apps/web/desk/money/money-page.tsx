import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';
import { TabLinks } from '../../kit/tab-links.js';
import { useCommon } from '../../words/common/index.js';
import { useMoneyWords } from './words.js';

const TABS = {
  bills: '/desk/money',
  invoices: '/desk/money/invoices',
  payments: '/desk/money/payments',
  statements: '/desk/money/statements',
  clocks: '/desk/money/clocks',
  transfers: '/desk/money/transfers',
  cash: '/desk/money/cash',
  lines: '/desk/money/lines',
  journal: '/desk/money/journal',
} as const;

/** One of the pages about money, with the way to the others. */
export function MoneyPage({
  tab,
  lead,
  children,
}: {
  readonly tab: keyof typeof TABS;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const { tabs } = useMoneyWords();
  const { areas } = useCommon();
  const names = Object.keys(TABS) as (keyof typeof TABS)[];
  return (
    <Page title={tabs[tab]} area={areas.desk} lead={lead}>
      <TabLinks
        label={tabs.label}
        current={TABS[tab]}
        tabs={names.map((name) => ({ to: TABS[name], label: tabs[name] }))}
      />
      {children}
    </Page>
  );
}
