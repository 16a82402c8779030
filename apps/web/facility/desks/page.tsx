import { useState } from 'react';
import { isAdmin, useMe, useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { EndMembership } from '../../data/generated/end-membership.js';
import { IssueRegistrationCode } from '../../data/generated/issue-registration-code.js';
import { OwnDesks } from '../../data/generated/own-desks.js';
import { useAsk } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Done, FaultMessage } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Card, Facts, P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate } from '../../words/format.js';
import { useFacilityWords } from '../words.js';

/** Where the facility is registered, and how its work is seen there. */
export function DesksPage() {
  const { desks: words } = useFacilityWords();
  const { areas } = useCommon();
  const me = useMe();
  const today = useToday();
  const query = useAsk(OwnDesks, {});
  const percent = (permille: number | null | undefined) =>
    permille === null || permille === undefined ? words.unknown : words.percent(permille);
  return (
    <Page title={words.title} area={areas.facility}>
      <Loaded query={query}>
        {({ memberships, qualities }) =>
          memberships.items.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <ul className="grid gap-3">
              {memberships.items.map(({ id, desk, joinedOn }) => {
                const quality = qualities.find((each) => each.desk.id === desk.id);
                return (
                  <li key={id}>
                    <Card>
                      <h2 className="text-lg">{desk.name}</h2>
                      <P>{words.since(formatDate(joinedOn, today))}</P>
                      <Facts
                        items={[
                          [words.onTime, percent(quality?.onTimePermille)],
                          [words.defects, percent(quality?.defectPermille)],
                        ]}
                      />
                      {isAdmin(me.role) ? (
                        <FormDialog<{ reason: string }>
                          label={words.end}
                          about={desk.name}
                          look="quiet"
                          title={words.endAsk(desk.name)}
                          submitLabel={words.end}
                          submitLook="danger"
                          defaultValues={{ reason: '' }}
                          done={words.ended}
                          send={async ({ reason }, idempotencyKey) =>
                            ask(EndMembership, { input: { deskId: desk.id, reason, idempotencyKey } })
                          }
                        >
                          <P>{words.endLead}</P>
                          <TextField name="reason" label={words.endReason} rows={2} />
                        </FormDialog>
                      ) : null}
                    </Card>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {isAdmin(me.role) ? <RegistrationCode /> : null}
    </Page>
  );
}

function RegistrationCode() {
  const { desks: words } = useFacilityWords();
  const [code, setCode] = useState<string | null>(null);
  const act = useAct();
  const make = async () =>
    act.run(async () => setCode((await ask(IssueRegistrationCode, {})).issueRegistrationCode.code));
  return (
    <Section heading={words.code}>
      <P className="mb-4">{words.codeLead}</P>
      {code === null ? null : <Done>{words.codeIs(code)}</Done>}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Button look="secondary" isOff={act.isUnderWay} onClick={() => void make()}>
        {words.code}
      </Button>
    </Section>
  );
}
