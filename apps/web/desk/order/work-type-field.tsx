import { WorkTypes } from '../../data/generated/work-types.js';
import { useAsk } from '../../data/use-ask.js';
import { SearchedList } from '../../kit/searched-list.js';
import { useCommon } from '../../words/common/index.js';
import { useWorkName } from '../../words/work-name.js';
import { useOrderWords } from './words.js';

/** A kind of work: found by a part of its name, chosen among those found. */
export function WorkTypeField({ name, label }: { readonly name: string; readonly label: string }) {
  const { steps: words } = useOrderWords();
  const { form } = useCommon();
  const workName = useWorkName();
  const { data } = useAsk(WorkTypes, {});
  return (
    <SearchedList
      name={name}
      label={label}
      searchLabel={words.workSearch}
      searchHint={words.workSearchHint}
      found={form.found}
      choices={(data?.workTypes ?? []).map((workType) => ({ value: workType.code, label: workName(workType) }))}
    />
  );
}
