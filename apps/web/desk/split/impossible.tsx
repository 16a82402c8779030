import { useMemo } from 'react';
import type { IneligibleCode } from '../../data/generated/types.js';
import { More } from '../../kit/text.js';
import type { Candidate, Read } from './basis.js';
import { useSplitWords } from './words.js';

/** Who cannot be asked this time, by reason. */
export function Impossible({
  read,
  reasons,
}: {
  readonly read: Read;
  readonly reasons: Readonly<Record<string, string>>;
}) {
  const words = useSplitWords();
  const groups = useMemo(() => {
    const found = new Map<IneligibleCode, Candidate[]>();
    for (const row of read.candidates) {
      if (row.ineligible) found.set(row.ineligible.code, [...(found.get(row.ineligible.code) ?? []), row]);
    }
    return [...found].sort(([, a], [, b]) => a.length - b.length);
  }, [read]);
  const count = groups.reduce((sum, [, rows]) => sum + rows.length, 0);
  if (count === 0) return null;
  const counts = groups.map(([code, rows]) => `${words.reasons[code]} ${rows.length}`).join('・');
  return (
    <div className="mt-6">
      <More summary={`${words.groups.impossible(count)} ${counts}`}>
        {() =>
          groups.map(([code, rows]) => (
            <section key={code} className="mt-4">
              <h3>{`${words.reasons[code]}（${rows.length}）`}</h3>
              <ul className="grid gap-1">
                {rows.map(({ facilityId, name }) => (
                  <li key={facilityId}>
                    <strong>{name}</strong> <span className="text-sm">{reasons[facilityId]}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))
        }
      </More>
    </div>
  );
}
