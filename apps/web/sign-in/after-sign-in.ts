import { useNavigate } from '@tanstack/react-router';
import { enter, type Person } from '../app/session.js';

/** Where to go once the door is open: on to the second factor, or to where one wanted to be. */
export function useAfterSignIn(to: string | undefined): (me: Person) => Promise<void> {
  const navigate = useNavigate();
  return async (me) => {
    enter(me);
    if (me.secondFactorStep !== 'NONE') {
      await navigate({ to: '/sign-in/second', search: to === undefined ? {} : { to }, replace: true });
    } else {
      await navigate({ href: to ?? '/', replace: true });
    }
  };
}
