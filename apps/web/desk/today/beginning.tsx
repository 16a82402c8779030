import { isAdmin, useMe } from '../../app/session.js';
import { DeskBeginning } from '../../data/generated/desk-beginning.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { P, Section } from '../../kit/text.js';
import { useTodayWords } from './words.js';

/** What a desk that has just been opened still lacks, while nothing else waits for it. */
export function Beginning() {
  const { beginning: words } = useTodayWords();
  const { role } = useMe();
  const { data } = useAsk(DeskBeginning, {}, { isWanted: isAdmin(role) });
  if (data === undefined) return null;
  const isWithoutFacilities = data.facilities.items.length === 0;
  const isWithoutBuyers = data.buyers.length === 0;
  if (!isWithoutFacilities && !isWithoutBuyers) return null;
  return (
    <Section heading={words.heading}>
      <P className="mb-3">{words.lead}</P>
      <div className="flex flex-wrap gap-3">
        {isWithoutFacilities ? <ButtonLink to="/desk/facilities/new">{words.facility}</ButtonLink> : null}
        {isWithoutFacilities ? (
          <ButtonLink to="/desk/facilities/import" look="secondary">
            {words.list}
          </ButtonLink>
        ) : null}
        {isWithoutBuyers ? (
          <ButtonLink to="/desk/buyers/new" look={isWithoutFacilities ? 'secondary' : 'primary'}>
            {words.buyer}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/desk/settings/people" look="quiet">
          {words.people}
        </ButtonLink>
        <ButtonLink to="/desk/move-in" look="quiet">
          {words.moveIn}
        </ButtonLink>
      </div>
    </Section>
  );
}
