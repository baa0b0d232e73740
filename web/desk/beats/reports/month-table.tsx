/** Villages down, months across. Enter and the arrows go from place to place, as in a spreadsheet. */
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '#modules/beats/beat.ts'
import type { ReportTable } from '#modules/beats/reply.ts'
import { languageNow } from '#web/ui/words.ts'
import { useDayWords } from '../../disputes/due.tsx'
import { type Draft, keyOf, monthsOf, type Reported, zeroed } from './draft.ts'

type Props = {
  readonly name: string
  readonly villages: ReportTable['villages']
  readonly year: string
  readonly today: string
  readonly reported: Reported
  readonly draft: Draft
  readonly wrong: readonly string[]
  /** Absent where the reader only reads. */
  readonly onDraft: ((draft: Draft) => void) | undefined
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

function move(event: KeyboardEvent<HTMLInputElement>, row: number, column: number) {
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  document.getElementById(`report-${row + step[0]}-${column + step[1]}`)?.focus()
}

/** "5月", "May". */
export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(languageNow(), { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

export function MonthTable({ name, villages, year, today, reported, draft, wrong, onDraft }: Props) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const months = monthsOf(year)
  const running = today.slice(0, 7)
  const codes = villages.map(({ village }) => village)
  const empty = (month: string) => codes.some((village) => !reported.has(keyOf(village, month)) && !draft[keyOf(village, month)])
  return (
    <div className="scrolled">
      <table className="table table-small reports">
        <caption className="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.villages.heads.village')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {monthName(month)}
                {onDraft && isOver(month, today) && empty(month) && (
                  <Button type="link" size="small" onClick={() => onDraft(zeroed(draft, codes, month, reported))}>
                    {t('desk.reports.fillZero')}
                  </Button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {villages.map((each, row) => (
            <tr key={each.village}>
              <th scope="row">{each.name}</th>
              {months.map((month, column) => {
                const key = keyOf(each.village, month)
                const there = reported.get(key)
                const said = there && t('desk.reports.by', { name: there.byName, at: words(there.at.slice(0, 10)) })
                const isChanged = draft[key] !== undefined && draft[key] !== String(there?.count ?? '')
                const title = isChanged && there ? t('desk.reports.before', { count: there.count, said }) : said
                return (
                  <td key={month} data-name={monthName(month)} title={title ?? (month === running ? t('desk.reports.notOver') : undefined)}>
                    {onDraft && isOver(month, today) ? (
                      <input
                        id={`report-${row}-${column}`}
                        className={`report-cell${isChanged ? ' report-changed' : ''}`}
                        inputMode="numeric"
                        autoComplete="off"
                        maxLength={5}
                        aria-label={t('desk.reports.cell', { village: each.name, month: monthName(month) })}
                        aria-invalid={wrong.includes(key) || undefined}
                        placeholder={t('desk.reports.notReported')}
                        value={draft[key] ?? String(there?.count ?? '')}
                        onKeyDown={(event) => move(event, row, column)}
                        onChange={(event) => onDraft({ ...draft, [key]: event.target.value.trim() })}
                      />
                    ) : (
                      <span className={there ? undefined : 'soft'}>
                        {there ? there.count : isOver(month, today) ? t('desk.reports.notReported') : month === running ? '—' : ''}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
