import { ask } from '../data/ask.js';
import { EndOtherSessions } from '../data/generated/end-other-sessions.js';
import { EndSession } from '../data/generated/end-session.js';
import type { AccountQuery } from '../data/generated/types.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { Table } from '../kit/table.js';
import { Section } from '../kit/text.js';
import { formatMoment } from '../words/format.js';
import { useAccountWords } from './words.js';

export function SessionsSection({ sessions }: { readonly sessions: AccountQuery['sessions'] }) {
  const { sessions: words } = useAccountWords();
  const act = useAct();
  return (
    <Section heading={words.heading}>
      <Table
        caption={words.caption}
        rows={sessions}
        keyOf={({ id }) => id}
        columns={[
          { heading: words.where, cell: ({ userAgent }) => userAgent || words.unknown },
          { heading: words.lastUsed, cell: ({ lastUsedAt }) => formatMoment(lastUsedAt) },
          { heading: words.method, cell: ({ method }) => words.methods[method] },
          {
            heading: words.action,
            cell: ({ id, userAgent, isCurrent }) =>
              isCurrent ? (
                words.current
              ) : (
                <Button
                  look="quiet"
                  onClick={() => void act.run(async () => void (await ask(EndSession, { input: { sessionId: id } })))}
                >
                  {words.end(userAgent || words.unknown)}
                </Button>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <div className="mt-4">
          <Button look="secondary" onClick={() => void act.run(async () => void (await ask(EndOtherSessions, {})))}>
            {words.endOthers}
          </Button>
        </div>
      ) : null}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Section>
  );
}
