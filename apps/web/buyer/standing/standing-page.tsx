import { useParams } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { AcceptMonth } from '../../data/generated/accept-month.js';
import { AgreeStandingOrder } from '../../data/generated/agree-standing-order.js';
import { RefuseStandingOrder } from '../../data/generated/refuse-standing-order.js';
import { StandingOrder } from '../../data/generated/standing-order.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonRow } from '../../kit/button.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { EnteredList } from '../../entering/entered-list.js';
import { Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { StateTag } from '../../kit/state-tag.js';
import { P } from '../../kit/text.js';
import { CallOffDialog } from '../../standing/call-off-dialog.js';
import { type Standing, StandingView } from '../../standing/standing-view.js';
import { TONES } from '../../standing/tones.js';
import { useStandingWords } from '../../standing/words.js';
import { useCommon } from '../../words/common/index.js';

export function BuyerStandingPage() {
  const { id } = useParams({ from: '/inside/buyer-area/buyer/standing/$id' });
  const query = useAsk(StandingOrder, { id });
  return <Loaded query={query}>{({ standingOrder }) => <View standing={standingOrder} />}</Loaded>;
}

function View({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const { areas } = useCommon();
  const { id: standingOrderId, availableActions } = standing;
  return (
    <Outcomes>
      <Page
        title={`${standing.number} ${standing.title}`}
        area={areas.buyer}
        lead={<StateTag tone={TONES[standing.status]}>{words.states[standing.status]}</StateTag>}
      >
        <ButtonRow>
          {availableActions.includes('agree') ? (
            <ConfirmAct
              label={words.agree}
              title={words.agree}
              confirmLabel={words.agree}
              run={async (idempotencyKey) => {
                await ask(AgreeStandingOrder, { input: { standingOrderId, idempotencyKey } });
              }}
            >
              <P>{words.agreeLead}</P>
            </ConfirmAct>
          ) : null}
          {availableActions.includes('refuse') ? (
            <FormDialog
              label={words.refuse}
              title={words.refuse}
              submitLabel={words.refuse}
              defaultValues={{ reason: '' }}
              done={words.refusedDone}
              send={async ({ reason }: { reason: string }, idempotencyKey) =>
                ask(RefuseStandingOrder, { input: { standingOrderId, reason, idempotencyKey } })
              }
            >
              <TextField name="reason" label={words.reason} rows={3} />
            </FormDialog>
          ) : null}
          {standing.status === 'ACTIVE' && standing.ceilingUnits !== null ? (
            <CallOffDialog standing={standing} />
          ) : null}
          <AcceptMonthDialog standing={standing} />
        </ButtonRow>
        <EnteredList entered={standing.enteredFor} />
        <StandingView standing={standing} area="buyer" />
      </Page>
    </Outcomes>
  );
}

function AcceptMonthDialog({ standing: { id, occurrencesBetween } }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const today = useToday();
  const delivered = occurrencesBetween.find(({ orderStatus }) => orderStatus === 'DELIVERED');
  if (!delivered) return null;
  return (
    <FormDialog
      label={words.acceptMonth}
      look="primary"
      title={words.acceptMonth}
      submitLabel={words.acceptMonth}
      defaultValues={{ month: delivered.dueOn }}
      done={words.accepted}
      send={async ({ month }: { month: string }, idempotencyKey) =>
        ask(AcceptMonth, { input: { standingOrderId: id, month, idempotencyKey } })
      }
    >
      <DateField name="month" label={words.month} today={today} />
    </FormDialog>
  );
}
