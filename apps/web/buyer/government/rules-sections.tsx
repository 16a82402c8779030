import { GovernmentRules } from '../../data/generated/government-rules.js';
import { useAsk } from '../../data/use-ask.js';
import { Loaded } from '../../kit/loaded.js';
import { LimitsSection } from './limits-section.js';
import { MappingSection } from './mapping-section.js';
import { RecognitionsSection } from './recognitions-section.js';

/** What holds for every order of one government; its own people write it, or the desk for it. */
export function RulesSections({ buyerId }: { readonly buyerId: string }) {
  const query = useAsk(GovernmentRules, { buyerId });
  return (
    <Loaded query={query}>
      {({ governmentRules, desks, procurementCategories }) => (
        <>
          <LimitsSection rules={governmentRules} />
          <RecognitionsSection rules={governmentRules} desks={desks} />
          <MappingSection rules={governmentRules} categories={procurementCategories} />
        </>
      )}
    </Loaded>
  );
}
