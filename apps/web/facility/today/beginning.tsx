import { useMe } from '../../app/session.js';
import { OwnFacility } from '../../data/generated/own-facility.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { P, Section } from '../../kit/text.js';
import { useFacilityWords } from '../words.js';

/** Without hours or abilities no work is ever offered: a facility that lacks them is led there. */
export function Beginning() {
  const { beginning: words } = useFacilityWords();
  const { organisationId } = useMe();
  const { data } = useAsk(OwnFacility, { id: organisationId });
  if (data === undefined) return null;
  const isWithoutHours = data.facility.workWeek.every(({ workMinutes }) => workMinutes === 0);
  const isWithoutAbilities = data.facility.capabilities.length === 0;
  if (!isWithoutHours && !isWithoutAbilities) return null;
  return (
    <Section heading={words.heading}>
      <P className="mb-3">{words.lead}</P>
      <div className="flex flex-wrap gap-3">
        {isWithoutHours ? <ButtonLink to="/facility/calendar">{words.hours}</ButtonLink> : null}
        {isWithoutAbilities ? (
          <ButtonLink to="/facility/abilities" look={isWithoutHours ? 'secondary' : 'primary'}>
            {words.abilities}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  );
}
