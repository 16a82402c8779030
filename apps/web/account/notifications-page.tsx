import { useState } from 'react';
import { ask } from '../data/ask.js';
import { MarkNotificationRead } from '../data/generated/mark-notification-read.js';
import { Notifications } from '../data/generated/notifications.js';
import type { NotificationsQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { AddressLink, Button } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { StateTag } from '../kit/state-tag.js';
import { Pager } from '../kit/table.js';
import { Card } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatMoment } from '../words/format.js';
import { plain } from '../words/readings.js';
import { useAccountWords } from './words.js';

const TAKE = 20;

export function NotificationsPage() {
  const { notifications: words } = useAccountWords();
  const { areas } = useCommon();
  const [isUnread, setIsUnread] = useState(false);
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(Notifications, { isUnread, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.account}>
      <div role="group" aria-label={plain(words.show)} className="mb-4 flex gap-2">
        {[false, true].map((each) => (
          <Button
            key={String(each)}
            look={each === isUnread ? 'primary' : 'secondary'}
            aria-pressed={each === isUnread}
            onClick={() => {
              setIsUnread(each);
              setWalked([]);
            }}
          >
            {each ? words.unread : words.all}
          </Button>
        ))}
      </div>
      <Loaded query={query}>
        {({ notifications: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <ul className="grid gap-3">
                {items.map((item) => (
                  <li key={item.id}>
                    <NotificationCard item={item} />
                  </li>
                ))}
              </ul>
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NotificationCard({ item }: { readonly item: NotificationsQuery['notifications']['items'][number] }) {
  const { notifications: words } = useAccountWords();
  const open = () => {
    // Reading goes on whether or not this arrives.
    if (item.readAt === null) {
      ask(MarkNotificationRead, { input: { notificationId: item.id } }).catch(() => undefined);
    }
  };
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        {item.readAt === null ? <StateTag tone="active">{words.new}</StateTag> : null}
        <span className="text-sm text-quiet">{formatMoment(item.createdAt)}</span>
      </div>
      <h2 className="mt-1 text-lg">
        <AddressLink href={item.link} onClick={open}>
          {item.subject}
        </AddressLink>
      </h2>
      <p className="whitespace-pre-line">{item.body}</p>
    </Card>
  );
}
