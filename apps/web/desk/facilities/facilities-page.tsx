import { useNavigate, useSearch } from '@tanstack/react-router';
import { readWalked } from '../../app/search.js';
import { isAdmin, useMe } from '../../app/session.js';
import { DeskFacilities } from '../../data/generated/desk-facilities.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, PageLink } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { ExportMenu } from '../../kit/export-menu.js';
import { TextField } from '../../kit/fields.js';
import { FilterForm } from '../../kit/filter-form.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { StateTag } from '../../kit/state-tag.js';
import { Pager, Table } from '../../kit/table.js';
import { More } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { useWorkName } from '../../words/work-name.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

const TAKE = 50;
const MAX_WORKS = 3;

/** The facilities registered with the desk. */
export function FacilitiesPage() {
  const words = useFacilitiesWords();
  const { areas } = useCommon();
  const me = useMe();
  const search = useSearch({ from: '/inside/desk-area/desk/facilities' });
  const navigate = useNavigate();
  const workName = useWorkName();
  const choices = useAsk(FacilityChoices, {});
  const typeName = useTypeName(choices.data);
  const walked = readWalked(search.walked);
  const { text = '', work = '' } = search;
  const filter = { text: text === '' ? null : text, workTypeCode: work === '' ? null : work };
  const chosen = choices.data?.workTypes.find(({ code }) => code === work);
  const query = useAsk(DeskFacilities, { filter, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas.desk}>
      <div className="mb-4 flex flex-wrap gap-3">
        {isAdmin(me.role) ? (
          <>
            <ButtonLink to="/desk/facilities/new">{words.add}</ButtonLink>
            <ButtonLink to="/desk/facilities/import" look="secondary">
              {words.importLink}
            </ButtonLink>
          </>
        ) : null}
        <ButtonLink to="/desk/facilities/former" look="quiet">
          {words.former}
        </ButtonLink>
      </div>
      <FilterForm values={{ text, work }} onFilter={(next) => void navigate({ to: '/desk/facilities', search: next })}>
        <TextField name="text" label={words.text} hint={words.textHint} isOptional />
        <More summary={words.workChosen(chosen === undefined ? words.anyWork : workName(chosen))}>
          <RadioList
            name="work"
            label={words.work}
            isOptional
            choices={[
              { value: '', label: words.anyWork },
              ...(choices.data?.workTypes ?? []).map((type) => ({ value: type.code, label: workName(type) })),
            ]}
          />
        </More>
      </FilterForm>
      <Loaded query={query}>
        {({ facilities: { items, totalItems, ...place } }) =>
          totalItems === 0 ? (
            <Empty>{text === '' && work === '' ? words.empty : words.emptyFilter}</Empty>
          ) : (
            <>
              <Table
                caption={words.caption}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    heading: words.name,
                    cell: ({ id, name }) => (
                      <PageLink to="/desk/facilities/$id" params={{ id }}>
                        {name}
                      </PageLink>
                    ),
                  },
                  { heading: words.municipality, cell: ({ municipality }) => municipality ?? '' },
                  { heading: words.type, cell: ({ typeCode }) => typeName(typeCode) },
                  {
                    heading: words.capacity,
                    cell: ({ capacityPersons }) => (capacityPersons === null ? '' : words.persons(capacityPersons)),
                    isNumber: true,
                  },
                  {
                    heading: words.works,
                    cell: ({ capabilities }) => {
                      const names = capabilities
                        .filter(({ isOffered }) => isOffered)
                        .map((each) => workName(each.workType));
                      if (names.length === 0) return words.noWorks;
                      const more = names.length - MAX_WORKS;
                      return [...names.slice(0, MAX_WORKS), ...(more > 0 ? [words.more(more)] : [])].join('、');
                    },
                  },
                  {
                    heading: words.attended,
                    cell: ({ isAttended }) =>
                      isAttended === false ? <StateTag tone="trouble">{words.unattended}</StateTag> : '',
                  },
                ]}
              />
              <Pager
                walked={walked}
                take={TAKE}
                total={totalItems}
                place={place}
                onMove={(next) =>
                  void navigate({ to: '/desk/facilities', search: { ...search, walked: next.join('.') } })
                }
              />
            </>
          )
        }
      </Loaded>
      <ExportMenu list="facilities" variables={{ filter }} />
    </Page>
  );
}
