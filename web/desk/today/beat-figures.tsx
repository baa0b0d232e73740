/**
 * 今日, of the villages: what waits for the station (their officers) and the judicial office (their advisers), and what whoever reports
 * cases or petitions has not reported yet. Each number opens its list.
 */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Me } from '#modules/people/wire.ts'
import { get } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Link } from '../address.tsx'
import { readsVillages, reportedBy } from '../beats/sections.tsx'
import { askedOf, long } from '../beats/villages/list.ts'
import { useUnreported, useVillages } from '../beats/villages.ts'

const seats = [
  { seat: 'officer', role: 'station_officer', away: 'unvisited', late: 'promised' },
  { seat: 'adviser', role: 'judicial_officer', away: 'unadvised', late: 'adviserPromised' },
] as const

const seatsOf = (me: Me) => seats.filter(({ role }) => readsVillages(me) && me.posts.some((post) => post.role === role))

export function BeatFigures() {
  const me = useMe()
  return (
    <>
      {seatsOf(me).map((each) => (
        <SeatFigures key={each.seat} of={each} />
      ))}
      <ClueFigure />
      <ReportFigures />
    </>
  )
}

function SeatFigures({ of: { seat, away, late } }: { of: (typeof seats)[number] }) {
  const { t } = useTranslation('beats')
  const { data } = useVillages()
  const since = daysAfter(dayOf(useNow()), -long)
  const found = data && askedOf(data, seat, since)
  return (
    <>
      <li>
        <Link to="/beats" search={{ show: away }} className={look(found?.away, 'soon')}>
          <Inside name={t(`desk.today.${away}`)} number={found?.away}>
            {t(`desk.today.${away}Words`, { days: long })}
          </Inside>
        </Link>
      </li>
      <li>
        <Link to="/beats" search={{ show: late }} className={look(found?.late, 'late')}>
          <Inside name={t(`desk.today.${late}`)} number={found?.late}>
            {t('desk.today.promisedWords', { count: found?.villages ?? 0 })}
          </Inside>
        </Link>
      </li>
    </>
  )
}

/** Of those who answer clues: how many wait. Nothing of them is read here. */
function ClueFigure() {
  const { t } = useTranslation('beats')
  const answers = useMe().posts.some(
    ({ role }) => role === 'station_officer' || role === 'judicial_officer' || role === 'department_officer',
  )
  const { data } = useQuery({
    queryKey: ['beats', 'clues', 'given'],
    queryFn: ({ signal }) => get<{ count: number; waiting: number }>('/beats/clues/given', signal),
    enabled: answers,
  })
  // A department that no clue ever came to has no use for the figure.
  if (!answers || !data || data.count === 0) return null
  return (
    <li>
      <Link to="/beats/clues" className={look(data.waiting, 'soon')}>
        <Inside name={t('desk.today.clues')} number={data.waiting}>
          {t('desk.today.cluesWords')}
        </Inside>
      </Link>
    </li>
  )
}

function ReportFigures() {
  const { t } = useTranslation('beats')
  const kinds = reportedBy(useMe())
  const { data } = useUnreported(kinds.length > 0)
  return kinds.map((kind) => {
    const rows = data?.filter((row) => row.kind === kind)
    const count = rows?.reduce((sum, { villages }) => sum + villages, 0)
    const [first] = rows ?? []
    return (
      <li key={kind}>
        <Link
          to="/beats/reports"
          search={first ? { kind, town: first.town, year: first.month.slice(0, 4) } : { kind }}
          className={look(count, 'soon')}
        >
          <Inside name={t(`desk.today.unreported.${kind}`)} number={count}>
            {t('desk.today.unreportedWords')}
          </Inside>
        </Link>
      </li>
    )
  })
}

const look = (count: number | undefined, tone: 'late' | 'soon') => `figure${count ? ` figure-${tone}` : ''}`

const Inside = ({ name, number, children }: { name: string; number: number | undefined; children: ReactNode }) => (
  <>
    <span className="figure-name">{name}</span>
    <span className="figure-number">{number ?? '…'}</span>
    <span className="figure-words">{children}</span>
  </>
)
