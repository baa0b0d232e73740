/** 发案、信访填报: how many cases or petitions each village had, month by month. An empty place is "not reported", never zero. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type StandingKind, standingKinds } from '#modules/beats/beat.ts'
import type { ReportTable } from '#modules/beats/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { asked, get, put } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { useAsked, useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { Choice } from '../../choice.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { sayHere, Trouble } from '../../trouble.tsx'
import { readsVillages, reportedBy, Sections } from '../sections.tsx'
import { villageChanged } from '../villages.ts'
import { changesIn, type Draft, reportedIn, wrongIn } from './draft.ts'
import { ImportDialog } from './import-dialog.tsx'
import { MonthTable } from './month-table.tsx'

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
  const year = search.year ?? today.slice(0, 4)
  const change = (part: { kind?: string; year?: string; town?: string }) =>
    go({ to: '/beats/reports', search: { ...search, ...part }, replace: true })
  const { data, error, refetch } = useQuery({
    queryKey: ['beats', 'reports', kind, year],
    queryFn: ({ signal }) => get<ReportTable>(`/beats/reports${asked({ kind, year })}`, signal),
  })
  const towns = [...new Map(data?.villages.map(({ town, townName }) => [town, townName]))].map(([value, label]) => ({ value, label }))
  const town = towns.find(({ value }) => value === search.town)?.value ?? towns[0]?.value
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
            options={towns}
            onChange={(chosen) => change({ town: chosen ?? undefined } as never)}
          />
        )}
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && data.villages.length === 0 && <Empty title={t('desk.villages.none')} />}
      {data && town && (
        <Table key={`${kind}${year}${town}`} data={data} kind={kind} year={year} town={town} today={today} isMine={mine.includes(kind)} />
      )}
    </Page>
  )
}

type TableProps = {
  readonly data: ReportTable
  readonly kind: StandingKind
  readonly year: string
  readonly town: string
  readonly today: string
  /** The reader is who says it. */
  readonly isMine: boolean
}

function Table({ data, kind, year, town, today, isMine }: TableProps) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({})
  const [isImporting, setImporting] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  const reported = useMemo(() => reportedIn(data), [data])
  const villages = data.villages.filter((each) => each.town === town)
  const changes = changesIn(draft, reported)
  const wrong = wrongIn(draft)
  const save = () =>
    void attempt(async () => {
      await put('/beats/reports', { kind, rows: changes })
      setDraft({})
      villageChanged()
      void message.success(t('desk.reports.saved', { count: changes.length }))
    })
  return (
    <>
      <MonthTable
        villages={villages}
        year={year}
        today={today}
        reported={reported}
        draft={draft}
        wrong={wrong}
        onDraft={isMine ? setDraft : undefined}
        name={t(`desk.reports.kinds.${kind}`)}
      />
      {refusal && (
        <p className="warning" role="alert">
          {sayHere(refusal)}
        </p>
      )}
      {isMine ? (
        <p className="save-bar">
          <Button type="primary" size="large" disabled={changes.length === 0 || wrong.length > 0} loading={isBusy} onClick={save}>
            {changes.length > 0 ? t('desk.reports.save', { count: changes.length }) : t('desk.reports.nothingToSave')}
          </Button>
          {Object.keys(draft).length > 0 && (
            <Button type="link" onClick={() => setDraft({})}>
              {t('desk.reports.undo')}
            </Button>
          )}
          <Button onClick={() => setImporting(true)}>{t('desk.reports.import')}</Button>
          {wrong.length > 0 && <span className="tone-late">{t('desk.reports.wrong', { count: wrong.length })}</span>}
        </p>
      ) : (
        <p className="soft">{t(`desk.reports.whose.${kind}`)}</p>
      )}
      {isImporting && <ImportDialog kind={kind} villages={data.villages} today={today} onClose={() => setImporting(false)} />}
    </>
  )
}
