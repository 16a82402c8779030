import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { useToday } from '../../app/session.js';
import { AuditActions } from '../../data/generated/audit-actions.js';
import { Audit } from '../../data/generated/audit.js';
import { useAsk } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { FilterForm } from '../../kit/filter-form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Pager, Table } from '../../kit/table.js';
import { More } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatMoment } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { auditFilterOf } from './audit-filter-of.js';
import type { AuditSearch } from './audit-search.js';
import { SettingsPage } from './settings-page.js';
import { useSettingsWords } from './words.js';

const TAKE = 50;

/** Who did or read what at the desk. */
export function AuditPage() {
  const { audit: words } = useSettingsWords();
  const { roles } = useCommon();
  const language = useLanguage();
  const search = useSearch({ from: '/inside/desk-area/desk/settings/audit' });
  const navigate = useNavigate();
  const walked = readWalked(search.walked);
  const query = useAsk(Audit, { filter: auditFilterOf(search), first: TAKE, after: walked.at(-1) ?? null });
  const roleName = (role: string) => Object.entries(roles).find(([name]) => name === role)?.[1] ?? '';
  return (
    <SettingsPage tab="audit" lead={words.lead}>
      <AuditFilter search={search} />
      <Loaded query={query}>
        {({ auditEntries: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  { heading: words.at, isShort: true, cell: ({ at }) => formatMoment(at) },
                  {
                    heading: words.who,
                    cell: ({ actor }) =>
                      actor.role === 'SYSTEM'
                        ? words.system
                        : [actor.name ?? '', actor.organisationName ?? '', roleName(actor.role)]
                            .filter((part) => part !== '')
                            .join('・'),
                  },
                  {
                    heading: words.what,
                    cell: ({ sentenceJa, sentenceEn }) => (language === 'en' ? sentenceEn : sentenceJa),
                  },
                  { heading: words.address, cell: ({ actor }) => actor.address ?? '' },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/desk/settings/audit', search: { ...search, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
    </SettingsPage>
  );
}

function AuditFilter({ search: { from = '', to = '', action = '', person = '' } }: { readonly search: AuditSearch }) {
  const { audit: words } = useSettingsWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const today = useToday();
  const choices = useAsk(AuditActions, {});
  return (
    <FilterForm
      values={{ from, to, action, person }}
      onFilter={(next) => void navigate({ to: '/desk/settings/audit', search: next })}
    >
      <DateField name="from" label={words.from} today={today} isOptional />
      <DateField name="to" label={words.to} today={today} isOptional />
      <More summary={words.action}>
        <RadioList
          name="action"
          label={words.action}
          isOptional
          choices={[
            { value: '', label: words.anyAction },
            ...(choices.data?.auditActions ?? []).map(({ action: value, sentenceJa, sentenceEn }) => ({
              value,
              label: language === 'en' ? sentenceEn : sentenceJa,
            })),
          ]}
        />
      </More>
      <More summary={words.person}>
        <RadioList
          name="person"
          label={words.person}
          isOptional
          choices={[
            { value: '', label: words.anyPerson },
            ...(choices.data?.people ?? []).map(({ accountId, name }) => ({ value: accountId, label: name })),
          ]}
        />
      </More>
    </FilterForm>
  );
}
