/** 今日, of disputes: how many of my files are open, due, may escalate, and how many claims wait. Each number opens its list. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Counts } from '#modules/disputes/reply.ts'
import type { Me } from '#modules/people/wire.ts'
import { get } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { Link, type RegisterSearch } from '../address.tsx'
import { decidesSomeClaims, readsFiles } from './sections.tsx'

type Figure = {
  readonly name: keyof Counts
  readonly isFor: (me: Me) => boolean
  readonly search?: RegisterSearch
  readonly tone?: 'late' | 'soon'
}

const figures: readonly Figure[] = [
  { name: 'danger', isFor: readsFiles, search: { view: 'danger' }, tone: 'late' },
  { name: 'due', isFor: readsFiles, search: { view: 'due' }, tone: 'soon' },
  { name: 'open', isFor: readsFiles, search: { status: 'registered,mediating,agreed' } },
  { name: 'claims', isFor: decidesSomeClaims, tone: 'soon' },
]

export function DisputeFigures() {
  const { t } = useTranslation('disputes')
  const me = useMe()
  const mine = figures.filter(({ isFor }) => isFor(me))
  const { data } = useQuery({
    queryKey: ['disputes', 'counts'],
    queryFn: ({ signal }) => get<Counts>('/disputes/counts', signal),
    refetchInterval: 60_000,
    enabled: mine.length > 0,
  })
  return mine.map(({ name, search, tone }) => {
    const look = `figure${tone && data && data[name] > 0 ? ` figure-${tone}` : ''}`
    const inside = (
      <>
        <span className="figure-name">{t(`desk.today.${name}`)}</span>
        <span className="figure-number">{data ? data[name] : '…'}</span>
        <span className="figure-words">{t(`desk.today.${name}Words`)}</span>
      </>
    )
    return (
      <li key={name}>
        {search ? (
          <Link to="/disputes" search={search} className={look}>
            {inside}
          </Link>
        ) : (
          <Link to="/disputes/claims" className={look}>
            {inside}
          </Link>
        )}
      </li>
    )
  })
}
