import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RoleFor } from '../data/generated/role-for.js';
import { askOptions, queryClient } from '../data/use-ask.js';
import { Button, ButtonRow, PageLink } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { meOptions, switchRole } from './session.js';

/** One page for what is not there and what one may not see; another role of the person may open it. */
export function NotFound() {
  const words = useCommon();
  const { notFound } = words;
  const isSignedIn = queryClient.getQueryData(meOptions.queryKey) !== undefined;
  const path = location.pathname;
  const { data } = useQuery({ ...askOptions(RoleFor, { path }), enabled: isSignedIn });
  const [fault, setFault] = useState<unknown>(null);
  const navigate = useNavigate();
  const choice = data?.roleFor;
  const open = async (roleGrantId: string) => {
    try {
      await switchRole(roleGrantId);
      await navigate({ href: path + location.hash, replace: true, reloadDocument: true });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <Page title={notFound.title} area={words.areas.account} isNarrow>
      <P>{notFound.body}</P>
      {choice ? (
        <>
          <P className="mt-4">{notFound.asOther(choice.organisationName ?? words.roles[choice.role])}</P>
          <ButtonRow>
            <Button onClick={() => void open(choice.roleGrantId)}>
              {notFound.open(choice.organisationName ?? words.roles[choice.role])}
            </Button>
          </ButtonRow>
        </>
      ) : null}
      {fault === null ? null : <FaultMessage error={fault} />}
      <p className="mt-4">
        <PageLink to="/">{notFound.home}</PageLink>
      </p>
    </Page>
  );
}
