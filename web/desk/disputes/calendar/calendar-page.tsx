/** What is due on which day in my files: a month to look ahead, and beside it the list, late things first. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '#modules/disputes/reply.ts'
import { dayOf, daysAfter, isWorked } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { asked, get } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Sign } from '#web/ui/status.tsx'
import { Link, useAsked, useGo } from '../../address.tsx'
import { Month, monthOn, monthWords } from '../../month.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { DueOn, dueDay, useDayWords } from '../due.tsx'
import { readsFiles, Sections } from '../sections.tsx'

export function CalendarPage() {
  const { t } = useTranslation('disputes')
  return readsFiles(useMe()) ? <Calendar /> : <NotYours title={t('desk.calendar.title')} />
}

type Entry = CalendarEntry & { readonly day: Day }

/** A month's entries by their own day; the clock's reminders of what is late stand on the day after, so one day more is asked. */
const useEntries = (from: Day, until: Day) =>
  useQuery({
    queryKey: ['disputes', 'calendar', from, until],
    queryFn: async ({ signal }): Promise<Entry[]> => {
      const entries = await get<CalendarEntry[]>(`/disputes/calendar${asked({ from, until: daysAfter(until, 1) })}`, signal)
      return entries.map((entry) => ({ ...entry, day: dueDay(entry) })).filter(({ day }) => day >= from && day <= until)
    },
  })

function Calendar() {
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const { month = today.slice(0, 7), day } = useAsked('/disputes/calendar')
  const go = useGo()
  const last = daysAfter(`${monthOn(month, 1)}-01`, -1)
  const { data, error, refetch } = useEntries(`${month}-01`, last)
  const onDay = (each: Day) => data?.filter((entry) => entry.day === each) ?? []
  const shown = day ? onDay(day) : (data ?? [])
  const words = useDayWords()
  const show = (next: Day | undefined) => go({ to: '/disputes/calendar', search: { month, ...(next ? { day: next } : {}) }, replace: true })
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <h2 className="unseen">{t('desk.calendar.title')}</h2>
      <div className="due-split">
        <Month month={month} onMonth={(next) => go({ to: '/disputes/calendar', search: { month: next }, replace: true })}>
          {(each) => (
            <DayCell
              day={each}
              entries={onDay(each)}
              today={today}
              isOpen={each === day}
              onOpen={() => show(each === day ? undefined : each)}
            />
          )}
        </Month>
        <section className="panel">
          <header className="panel-head">
            <h2>{day ? t('desk.calendar.onDay', { day: words(day) }) : t('desk.calendar.inMonth', { month: monthWords(month) })}</h2>
            {day && (
              <Link to="/disputes/calendar" search={{ month }}>
                {t('desk.calendar.whole')}
              </Link>
            )}
          </header>
          {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading lines={6} />}
          {data && shown.length === 0 && <Empty title={t('desk.calendar.none')}>{t('desk.calendar.noneWords')}</Empty>}
          <ul className="lines">
            {shown.map((entry) => (
              <Line key={`${entry.id}${entry.what}${entry.on}`} entry={entry} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

const isLate = ({ day }: Entry, today: Day) => day < today

type CellProps = {
  readonly day: Day
  readonly entries: readonly Entry[]
  readonly today: Day
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function DayCell({ day, entries, today, isOpen, onOpen }: CellProps) {
  const { t } = useTranslation('disputes')
  const late = entries.some((entry) => isLate(entry, today))
  return (
    <button
      type="button"
      className="calendar-day due-day"
      data-worked={isWorked(day)}
      data-own={isOpen}
      aria-pressed={isOpen}
      aria-current={day === today ? 'date' : undefined}
      onClick={onOpen}
    >
      <span>
        <span className="unseen">{monthWords(day.slice(0, 7))} </span>
        {Number(day.slice(8))}
      </span>
      {entries.length > 0 && (
        <small className={late ? 'tone-late' : 'due-count'}>
          {late && <Sign shape="alert" />}
          {t('desk.calendar.count', { count: entries.length })}
        </small>
      )}
    </button>
  )
}

function Line({ entry }: { entry: Entry }) {
  const { t } = useTranslation('disputes')
  const words = useDayWords()
  return (
    <li className="line due-line">
      <span>
        <Link to="/disputes/$id" params={{ id: entry.id }}>
          {entry.title}
        </Link>
        <small className="soft">{entry.number}</small>
      </span>
      <span>
        {t(`desk.dues.${entry.what}`)}
        <small>
          {words(entry.day)} <DueOn day={entry.day} />
        </small>
      </span>
    </li>
  )
}
