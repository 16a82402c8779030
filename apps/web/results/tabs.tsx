import { type TabLink, TabLinks } from '../kit/tab-links.js';
import { PLACES, useArea } from './search.js';
import { useResultsWords } from './words.js';

/** The tables of results of the acting role. */
export function ResultTabs({ current }: { readonly current: string }) {
  const { tabs } = useResultsWords();
  const area = useArea();
  const { joint, table, recorded, closed, settings } = PLACES[area];
  const shown: (TabLink | null)[] = [
    area === 'desk' ? { to: '/desk/results', label: tabs.byOrder } : null,
    joint === null ? null : { to: joint, label: tabs.years },
    { to: table, label: tabs.procurement },
    { to: recorded, label: tabs.recorded },
    { to: closed, label: tabs.closed },
    area === 'desk' ? { to: '/desk/results/fairness', label: tabs.fairness } : null,
    settings === null ? null : { to: settings, label: tabs.settings },
  ];
  return <TabLinks label={tabs.label} tabs={shown.filter((tab) => tab !== null)} current={current} />;
}
