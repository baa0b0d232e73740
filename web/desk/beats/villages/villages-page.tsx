/** 一村一警: the villages in sight, who works in each, when they were last there, which households were seen. */
import { Select } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { daysAfter } from '#modules/kernel/calendar.ts'
import { useMe } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { useAsked, useGo, type VillagesSearch } from '../../address.tsx'
import { type Chip, Chips } from '../../list/chips.tsx'
import { SavedViews } from '../../list/saved-views.tsx'
import { Words } from '../../list/words.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { usePlaceName } from '../../places/place-file.ts'
import { PlaceSelect } from '../../places/place-select.tsx'
import { Trouble } from '../../trouble.tsx'
import { useSpan } from '../days.ts'
import { readsVillages, Sections } from '../sections.tsx'
import { useDuties, useVillages } from '../villages.ts'
import { countsOf, isShow, type Line, linesOf, long, narrowed, shows, sortOf, sorts } from './list.ts'
import { VillageTable } from './village-table.tsx'

export function VillagesPage() {
  const { t } = useTranslation('beats')
  return readsVillages(useMe()) ? <Villages /> : <NotYours title={t('desk.title')} />
}

function Villages() {
  const { t } = useTranslation('beats')
  const search = useAsked('/beats')
  const go = useGo()
  const change = useCallback((part: VillagesSearch) => go({ to: '/beats', search: { ...search, ...part }, replace: true }), [go, search])
  const { days, from, to } = useSpan(undefined)
  const { data, error, refetch } = useVillages()
  const duties = useDuties({ from, to, brief: true })
  const since = daysAfter(to, -long)
  const all = data ? linesOf(data, duties.data?.standings ?? []) : []
  const rows = narrowed(all, search, since)
  return (
    <Page isWide title={t('desk.title')} aside={<SavedViews to="/beats" name="beats/views" search={search} />}>
      <Sections />
      <Filters search={search} all={all} since={since} onChange={change} />
      <VillageChips search={search} onChange={change} />
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && data.length === 0 && <Empty title={t('desk.villages.none')}>{t('desk.villages.noneWords')}</Empty>}
      {data && data.length > 0 && rows.length === 0 && (
        <Nothing search={search} isOutside={!isAnyIn(all, search.place)} onChange={change} />
      )}
      {rows.length > 0 && (
        <>
          <p role="status" className="soft">
            {t('desk.villages.count', { count: rows.length })} {t('desk.villages.note', { days })}
          </p>
          <VillageTable rows={rows} isCounted={duties.data !== undefined} />
        </>
      )}
    </Page>
  )
}

const isAnyIn = (lines: readonly Line[], place = '') => lines.some(({ village }) => village.startsWith(place.slice(0, 12)))

/** Why there is nothing: the place is not one of the reader's own, or no village of theirs is like this. */
function Nothing({ search, isOutside, onChange }: Props & { readonly isOutside: boolean }) {
  const { t } = useTranslation('beats')
  const go = useGo()
  const place = usePlaceName(search.place)
  return isOutside ? (
    <Empty
      title={t('desk.villages.outside', { place })}
      step={{ words: t('desk.villages.inside'), onAct: () => onChange({ place: undefined }) }}
    >
      {t('desk.villages.outsideWords')}
    </Empty>
  ) : (
    <Empty title={t('desk.villages.nothing')} step={{ words: t('desk.villages.all'), onAct: () => go({ to: '/beats', search: {} }) }} />
  )
}

type Props = { readonly search: VillagesSearch; readonly onChange: (part: VillagesSearch) => void }

function Filters({ search, all, since, onChange }: Props & { readonly all: readonly Line[]; readonly since: string }) {
  const { t } = useTranslation('beats')
  const counts = countsOf(all, since)
  return (
    <search className="filters filters-line">
      <Words label={t('desk.villages.words')} value={search.search ?? ''} onChange={(words) => onChange({ search: words || undefined })} />
      <PlaceSelect
        className="filter filter-place"
        label={t('desk.villages.place')}
        placeholder={t('desk.villages.place')}
        value={search.place}
        onChange={(place) => onChange({ place })}
      />
      <Select
        className="filter filter-place"
        aria-label={t('desk.villages.show')}
        placeholder={t('desk.villages.show')}
        allowClear
        popupMatchSelectWidth={false}
        value={isShow(search.show) ? search.show : null}
        options={shows.map((value) => ({
          value,
          label: t('desk.villages.of', { words: t(`desk.villages.shows.${value}`), count: counts[value] }),
        }))}
        onChange={(show) => onChange({ show: show ?? undefined })}
      />
      <Select
        className="filter filter-place"
        aria-label={t('desk.villages.sort')}
        value={sortOf(search.sort)}
        options={sorts.map((value) => ({ value, label: t(`desk.villages.sorts.${value}`) }))}
        onChange={(sort) => onChange({ sort: sort === 'place' ? undefined : sort })}
      />
    </search>
  )
}

function VillageChips({ search, onChange }: Props) {
  const { t } = useTranslation(['beats', 'desk'])
  const place = usePlaceName(search.place)
  const chips: Chip[] = []
  const add = (key: keyof VillagesSearch, words: string) => chips.push({ key, words, drop: () => onChange({ [key]: undefined }) })
  if (search.place) add('place', place)
  if (isShow(search.show)) add('show', t(`desk.villages.shows.${search.show}`))
  if (search.search) add('search', t('desk:chips.words', { words: search.search }))
  return <Chips chips={chips} onClear={() => onChange({ place: undefined, show: undefined, search: undefined })} />
}
