import { isAdmin, useMe } from '../../app/session.js';
import { Buyers } from '../../data/generated/buyers.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, PageLink } from '../../kit/button.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { useBuyerWords } from './words.js';

/** Who orders from the desk. */
export function BuyersPage() {
  const words = useBuyerWords();
  const { areas } = useCommon();
  const me = useMe();
  const query = useAsk(Buyers, {});
  return (
    <Page title={words.title} area={areas.desk}>
      {isAdmin(me.role) ? <ButtonLink to="/desk/buyers/new">{words.add}</ButtonLink> : null}
      <Loaded query={query}>
        {({ buyers }) =>
          buyers.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={buyers}
              keyOf={({ id }) => id}
              columns={[
                {
                  heading: words.name,
                  cell: ({ id, name }) => (
                    <PageLink to="/desk/buyers/$id" params={{ id }}>
                      {name}
                    </PageLink>
                  ),
                },
                { heading: words.kind, isShort: true, cell: ({ kind }) => words.kinds[kind] },
                { heading: words.code, isShort: true, cell: ({ code }) => code },
                {
                  heading: words.departments,
                  cell: ({ departments }) => departments.map(({ name }) => name).join('、'),
                },
              ]}
            />
          )
        }
      </Loaded>
      <ExportMenu list="buyers" />
    </Page>
  );
}
