/** 发案、信访填报: how many cases or petitions each village had, month by month. An empty place is "not reported", never zero. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver, monthsOver, type StandingKind, standingKinds } from '#modules/beats/beat.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useMe } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { useAsked, useGo } from '../../address.tsx'
import { Choice } from '../../choice.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { readsVillages, reportedBy, Sections } from '../sections.tsx'
import { missingIn, monthsOf, reportedIn } from './draft.ts'
import { reportsAsked } from './reports.ts'
import { TownTable } from './town-table.tsx'

export function ReportsPage() {
  const { t } = useTranslation('beats')
  const me = useMe()
  return readsVillages(me) || reportedBy(me).length > 0 ? <Reports /> : <NotYours title={t('desk.sections.reports')} />
}

const yearsBack = 5

function Reports() {
  const { t } = useTranslation('beats')
  const me = useMe()
  const go = useGo()
  const search = useAsked('/beats/reports')
  const mine = reportedBy(me)
  const kinds = readsVillages(me) ? standingKinds : mine
  const kind: StandingKind = kinds.find((each) => each === search.kind) ?? mine[0] ?? 'cases'
  const today = dayOf(useNow())
  // In January it is the year before that is still to be reported.
  const year = search.year ?? monthsOver(today)[0]!.slice(0, 4)
  const change = (part: { kind?: string; year?: string; town?: string }) =>
    go({ to: '/beats/reports', search: { ...search, ...part }, replace: true })
  const { data, error, refetch } = useQuery(reportsAsked(kind, year))
  const towns = [...new Map(data?.villages.map(({ town, townName }) => [town, townName]))]
  const [town, townName] = towns.find(([code]) => code === search.town) ?? towns[0] ?? []
  const missing = useMemo(
    () =>
      data &&
      missingIn(
        data,
        reportedIn(data),
        monthsOf(year).filter((month) => isOver(month, today)),
      ),
    [data, year, today],
  )
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <p className="soft">{t('desk.reports.words')}</p>
      <search className="filters">
        {kinds.length > 1 && (
          <Choice
            label={t('desk.reports.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, words: t(`desk.reports.kinds.${value}`) }))}
            onChange={(chosen) => change({ kind: chosen })}
          />
        )}
        <Select
          className="filter"
          aria-label={t('desk.reports.year')}
          value={year}
          options={Array.from({ length: yearsBack }, (_, back) => String(Number(today.slice(0, 4)) - back)).map((value) => ({
            value,
            label: t('desk.reports.yearOf', { year: value }),
          }))}
          onChange={(chosen) => change({ year: chosen })}
        />
        {towns.length > 1 && (
          <Select
            className="filter filter-place"
            aria-label={t('desk.reports.town')}
            value={town ?? null}
            options={towns.map(([value, name]) => ({
              value,
              label: missing?.has(value) ? t('desk.reports.townMissing', { name, count: missing.get(value) ?? 0 }) : name,
            }))}
            onChange={(chosen) => change({ town: chosen ?? undefined } as never)}
          />
        )}
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && data.villages.length === 0 && <Empty title={t('desk.villages.none')} />}
      {data && town && townName && (
        <TownTable
          key={`${kind}${year}${town}`}
          data={data}
          table={{ kind, year, town, townName }}
          today={today}
          isMine={mine.includes(kind)}
        />
      )}
    </Page>
  )
}
