/** A list from a spreadsheet, as a file or pasted: read here, every bad row named by its line, and sent whole or not at all. */
import { useQueries } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { type ChangeEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StandingKind } from '#modules/beats/beat.ts'
import type { ReportTable } from '#modules/beats/reply.ts'
import { type ListedRow, type ListedVillage, type ListProblem, readList } from '#modules/beats/report-list.ts'
import { put } from '#web/client/api.ts'
import { useAttempt } from '../../attempt.ts'
import { Dialog } from '../../dialog.tsx'
import { Heads } from '../../heads.tsx'
import { Trouble } from '../../trouble.tsx'
import { villageChanged } from '../villages.ts'
import { comparedWith, reportedIn } from './draft.ts'
import { monthName } from './month-table.tsx'
import { reportsAsked } from './reports.ts'
import { textOf } from './text-of.ts'

type Props = {
  readonly kind: StandingKind
  /** The year of a month that is written without one. */
  readonly year: string
  readonly villages: readonly ListedVillage[]
  readonly today: string
  readonly onClose: () => void
}

/** Bad rows that are shown; the rest is counted. */
const most = 200

export function ImportDialog({ kind, year, villages, today, onClose }: Props) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const field = useId()
  const [text, setText] = useState('')
  const { isBusy, refusal, attempt } = useAttempt()
  const read = text.trim() === '' ? undefined : readList(text, villages, today, year)
  const isRead = read !== undefined && read.problems.length === 0
  const { there, error, again } = useThere(kind, isRead ? read.rows : [])
  const isReady = isRead && there !== undefined

  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (chosen) void textOf(chosen).then(setText)
  }
  const send = () =>
    void attempt(async () => {
      if (!isReady) return
      await put('/beats/reports', { kind, rows: read.rows })
      villageChanged()
      void message.success(t('desk.reports.imported', { count: read.rows.length }))
      onClose()
    })
  return (
    <Dialog
      isWide
      title={t('desk.reports.importTitle', { kind: t(`desk.reports.kinds.${kind}`) })}
      send={isReady ? t('desk.reports.sendAll', { count: read.rows.length }) : t('desk.reports.send')}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      isBlocked={!isReady}
      refusal={refusal}
    >
      <p>{t('desk.reports.importWords')}</p>
      <p className="inline">
        <label className="button">
          {t('desk.reports.choose')}
          <input className="unseen" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={look} />
        </label>
      </p>
      <div className="field">
        <label htmlFor={field}>{t('desk.reports.paste')}</label>
        <Input.TextArea
          id={field}
          rows={6}
          className="pasted"
          placeholder={t('desk.reports.example')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div aria-live="polite">
        {isRead && (
          <p className="kept">
            {t('desk.reports.ready', { count: read.rows.length, villages: new Set(read.rows.map(({ village }) => village)).size })}
          </p>
        )}
        {isRead && error !== null && <Trouble error={error} onRetry={again} />}
        {isReady && <Effect rows={read.rows} there={there} villages={villages} />}
        {read && read.problems.length > 0 && <Problems problems={read.problems} good={read.rows.length} />}
      </div>
    </Dialog>
  )
}

/** What stands for the years that a list is of: undefined until it is known. */
function useThere(kind: StandingKind, rows: readonly ListedRow[]) {
  const years = [...new Set(rows.map(({ month }) => month.slice(0, 4)))]
  return useQueries({
    queries: years.map((year) => reportsAsked(kind, year)),
    combine: (found) => ({
      there: found.every(({ data }) => data) ? found.flatMap(({ data }) => data?.rows ?? []) : undefined,
      error: found.find(({ error }) => error)?.error ?? null,
      again: () => found.forEach(({ refetch }) => void refetch()),
    }),
  })
}

const changeHeads = ['village', 'month', 'before', 'after'] as const

type EffectProps = {
  readonly rows: readonly ListedRow[]
  readonly there: ReportTable['rows']
  readonly villages: readonly ListedVillage[]
}

/** What would be replaced, old and new, before it is: a figure reported once is not overwritten unseen. */
function Effect({ rows, there, villages }: EffectProps) {
  const { t } = useTranslation('beats')
  const { replaced, same, fresh } = comparedWith(rows, reportedIn({ rows: there }))
  const head = (name: string) => t(`desk.reports.changeHeads.${name}`)
  const names = new Map(villages.map(({ village, name }) => [village, name]))
  return (
    <>
      <p>{t('desk.reports.effect', { fresh, same, replaced: replaced.length })}</p>
      {replaced.length > 0 && (
        <div className="list-problems">
          <table className="table table-small">
            <caption className="unseen">{t('desk.reports.replaced')}</caption>
            <thead>
              <tr>
                <Heads names={changeHeads} say={head} />
              </tr>
            </thead>
            <tbody>
              {replaced.slice(0, most).map(({ village, month, before, count }) => (
                <tr key={`${village}${month}`}>
                  <td data-name={head('village')}>{names.get(village)}</td>
                  <td data-name={head('month')}>{t('desk.reports.monthOf', { year: month.slice(0, 4), month: monthName(month) })}</td>
                  <td data-name={head('before')}>{before}</td>
                  <td data-name={head('after')}>
                    <strong>{count}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {replaced.length > most && <p className="soft">{t('desk.reports.moreReplaced', { count: replaced.length - most })}</p>}
    </>
  )
}

const heads = ['line', 'problem'] as const

function Problems({ problems, good }: { problems: readonly ListProblem[]; good: number }) {
  const { t } = useTranslation('beats')
  const head = (name: string) => t(`desk.reports.heads.${name}`)
  return (
    <>
      <p className="warning">{t('desk.reports.bad', { count: problems.length, good })}</p>
      <div className="list-problems">
        <table className="table table-small">
          <thead>
            <tr>
              <Heads names={heads} say={head} />
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, most).map(({ line, problem, facts }) => (
              <tr key={`${line}${problem}`}>
                <td data-name={head('line')}>{line === 0 ? '—' : line}</td>
                <td data-name={head('problem')}>{t(`desk.reports.problems.${problem}`, facts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > most && <p className="soft">{t('desk.reports.moreBad', { count: problems.length - most })}</p>}
    </>
  )
}
