import { useState } from 'react';
import { ask } from '../data/ask.js';
import { EraseAccount } from '../data/generated/erase-account.js';
import { ExportMyAccount } from '../data/generated/export-my-account.js';
import { forgetDrafts } from '../kit/drafts.js';
import { useAct } from '../kit/act.js';
import { Button, ButtonRow } from '../kit/button.js';
import { Dialog } from '../kit/dialog.js';
import { FaultMessage } from '../kit/message.js';
import { P, Quiet, Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { useAccountWords } from './words.js';

export function OwnData({ accountId }: { readonly accountId: string }) {
  const { data: words } = useAccountWords();
  const { actions } = useCommon();
  const [isAsked, setIsAsked] = useState(false);
  const act = useAct();
  const download = async () =>
    act.run(async () => {
      const { exportMyAccount } = await ask(ExportMyAccount, {});
      const url = URL.createObjectURL(new Blob([exportMyAccount.accountJson], { type: 'application/json' }));
      Object.assign(document.createElement('a'), { href: url, download: 'yui-account.json' }).click();
      URL.revokeObjectURL(url);
    });
  const erase = async () =>
    act.run(async () => {
      await ask(EraseAccount, { input: { accountId } });
      forgetDrafts();
      location.assign('/sign-in');
    });
  return (
    <Section heading={words.heading}>
      <Button look="secondary" onClick={() => void download()}>
        {words.export}
      </Button>
      <Quiet className="mt-1">{words.exportHint}</Quiet>
      <ButtonRow>
        <Button look="danger" onClick={() => setIsAsked(true)}>
          {words.erase}
        </Button>
      </ButtonRow>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <Dialog title={words.eraseTitle} isOpen={isAsked} onClose={() => setIsAsked(false)}>
        <P>{words.eraseLead}</P>
        <ButtonRow>
          <Button look="secondary" onClick={() => setIsAsked(false)}>
            {actions.cancel}
          </Button>
          <Button look="danger" onClick={() => void erase()}>
            {words.eraseSubmit}
          </Button>
        </ButtonRow>
      </Dialog>
    </Section>
  );
}
