import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Fault, NoAnswer } from '../data/fault.js';
import { reloadOnce } from '../data/ask.js';
import { Button } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';

/** A page that could not be shown. One whose parts are no longer there (the product was renewed) is loaded once more. */
export function PageFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { fault, actions, areas } = useCommon();
  useEffect(() => {
    if (error instanceof Error && /dynamically imported module|module script/i.test(error.message))
      reloadOnce(location.pathname);
  }, [error]);
  return (
    <main className="mx-auto max-w-3xl p-4">
      <Page title={fault.title} area={areas.account}>
        {error instanceof Fault || error instanceof NoAnswer ? (
          <FaultMessage error={error} isReading />
        ) : (
          <P>{fault.body}</P>
        )}
        <div className="mt-4">
          <Button
            onClick={() => {
              // What did not come is fetched again; the page stays open, and what was typed with it.
              if (error instanceof NoAnswer) void router.invalidate();
              else location.reload();
            }}
          >
            {actions.again}
          </Button>
        </div>
      </Page>
    </main>
  );
}
