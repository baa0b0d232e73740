/** 履职情况: who is behind with what, and why, as far as the record knows. Nobody is marked; more than is asked for counts for nothing. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { type DutiesSearch, useAsked, useGo } from '../address.tsx'
import { useSpan } from '../beats/days.ts'
import { readsVillages, Sections } from '../beats/sections.tsx'
import { useDuties } from '../beats/villages.ts'
import { nameIn } from '../matters/catalogue.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { PlaceSelect } from '../places/place-select.tsx'
import { Trouble } from '../trouble.tsx'
import { behindWith, inOrder, isBehindWith, sorts } from './behind.ts'
import { Matrix } from './matrix.tsx'
import { Period } from './period.tsx'

export function DutiesPage() {
  const { t } = useTranslation('beats')
  return readsVillages(useMe()) ? <Duties /> : <NotYours title={t('desk.sections.duties')} />
}

function Duties() {
  const { t } = useTranslation('beats')
  const search = useAsked('/beats/duties')
  const go = useGo()
  const change = (part: DutiesSearch) => go({ to: '/beats/duties', search: { ...search, ...part }, replace: true })
  const span = useSpan(search.days)
  const { days, from, to } = span
  const { data, error, refetch } = useDuties({ place: search.place, from, to, brief: true })
  const duties = data?.duties ?? []
  const missed = duties.find(({ code }) => code === search.show)
  const sort = sorts.find((each) => each === search.sort) ?? 'place'
  const shown = data?.standings.filter((standing) => !missed || isBehindWith(standing, missed)) ?? []
  const rows = inOrder(shown, sort, missed)
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <p className="soft">{t('desk.duties.words')}</p>
      <search className="filters">
        <PlaceSelect
          className="filter filter-place"
          label={t('desk.villages.place')}
          placeholder={t('desk.villages.place')}
          value={search.place}
          onChange={(place) => change({ place: place?.slice(0, 12) })}
        />
        <Period days={days} onChange={(chosen) => change({ days: chosen })} />
        <Select
          className="filter filter-place"
          aria-label={t('desk.duties.missed')}
          placeholder={t('desk.duties.missed')}
          allowClear
          popupMatchSelectWidth={false}
          value={missed?.code ?? null}
          options={duties.map((duty) => ({
            value: duty.code,
            label: t('desk.duties.missedBy', { name: nameIn(duty), count: behindWith(data?.standings ?? [], duty) }),
          }))}
          onChange={(show) => change({ show: show ?? undefined })}
        />
        <Select
          className="filter"
          aria-label={t('desk.villages.sort')}
          value={sort}
          options={sorts.map((value) => ({ value, label: t(`desk.duties.sorts.${value}`) }))}
          onChange={(chosen) => change({ sort: chosen === 'place' ? undefined : chosen })}
        />
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && rows.length === 0 && <Empty title={t(missed ? 'desk.duties.nobodyBehind' : 'desk.duties.nobody')} />}
      {data && rows.length > 0 && (
        <>
          <p role="status" className="soft">
            {t('desk.duties.count', { count: rows.length })} {t('desk.duties.why.note')}
          </p>
          <Matrix rows={rows} duties={duties} span={span} />
        </>
      )}
    </Page>
  )
}
