import type { ProcurementTableQuery } from '../data/generated/types.js';
import { yearName } from '../kit/report/report.js';
import { Quiet } from '../kit/text.js';
import { useResultsWords } from './words.js';

/** Which imported lists are not counted, so that no money is counted twice. */
export function OmittedLists({ lists }: { readonly lists: ProcurementTableQuery['procurementResults']['omitted'] }) {
  const words = useResultsWords();
  return lists.map(({ fiscalYear, government, source }) => (
    <Quiet key={`${fiscalYear} ${government} ${source}`}>
      {words.omitted(yearName(fiscalYear), government === '' ? source : `${government} ${source}`)}
    </Quiet>
  ));
}
