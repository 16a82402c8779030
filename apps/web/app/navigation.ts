import type { LinkProps } from '@tanstack/react-router';
import { useCommon } from '../words/common/index.js';
import type { Area } from './session.js';

export interface NavigationItem {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** On a narrow screen: in the bar below, or behind その他. */
  readonly isInBar: boolean;
}

export function useNavigation(area: Area): readonly NavigationItem[] {
  const { pages } = useCommon();
  return LISTS[area].map(([to, name, isInBar]) => ({ to, label: pages[name], isInBar }));
}

type Names = keyof ReturnType<typeof useCommon>['pages'];
type Entry = readonly [to: NonNullable<LinkProps['to']>, name: Names, isInBar: boolean];

const LISTS: Readonly<Record<Area, readonly Entry[]>> = {
  facility: [
    ['/facility', 'today', true],
    ['/facility/assignments', 'jobs', true],
    ['/facility/calendar', 'calendar', true],
    ['/facility/coming', 'coming', false],
    ['/facility/abilities', 'abilities', false],
    ['/facility/papers', 'papers', false],
    ['/facility/money', 'money', false],
    ['/facility/wages', 'wages', false],
    ['/facility/fairness', 'fairness', false],
    ['/facility/desks', 'desks', false],
    ['/facility/settings', 'settings', false],
  ],
  desk: [
    ['/desk', 'today', true],
    ['/desk/orders', 'orders', true],
    ['/desk/inspect', 'inspect', true],
    ['/desk/week', 'week', false],
    ['/desk/inquiries', 'inquiries', false],
    ['/desk/letters', 'letters', false],
    ['/desk/standing', 'standing', false],
    ['/desk/calls', 'calls', false],
    ['/desk/calendar', 'capacity', false],
    ['/desk/money', 'money', false],
    ['/desk/contracts', 'contracts', false],
    ['/desk/papers', 'papers', false],
    ['/desk/facilities', 'facilities', false],
    ['/desk/buyers', 'buyers', false],
    ['/desk/results', 'results', false],
    ['/desk/wages', 'wages', false],
    ['/desk/activities', 'activities', false],
    ['/desk/settings', 'settings', false],
  ],
  buyer: [
    ['/buyer', 'today', true],
    ['/buyer/orders', 'ordered', true],
    ['/buyer/orders/new', 'post', true],
    ['/buyer/standing', 'standing', false],
    ['/buyer/papers', 'papers', false],
    ['/buyer/money', 'money', false],
    ['/buyer/settings', 'settings', false],
  ],
  prefecture: [
    ['/prefecture', 'overseen', true],
    ['/prefecture/wages', 'wages', true],
    ['/prefecture/results', 'results', true],
  ],
  platform: [
    ['/platform', 'allDesks', true],
    ['/platform/prefectures', 'prefectures', true],
    ['/platform/people', 'people', true],
    ['/platform/clock', 'clock', false],
  ],
};
