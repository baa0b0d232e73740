/** 今日: what must I do now. Each number opens its list; below it, the first of my own work with the one thing to do next. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Counts } from '#modules/matters/reply.ts'
import { get } from '#web/client/api.ts'
import { useMay, useMe } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { momentOf } from '#web/ui/instants.ts'

import { Link, type QueueSearch } from '../address.tsx'
import { DisputeFigures } from '../disputes/dispute-figures.tsx'
import { Page } from '../page.tsx'
import { useBoards, useMayPrint } from '../places/boards.ts'
import { Trouble } from '../trouble.tsx'
import { BeatFigures } from './beat-figures.tsx'
import { OwnWork } from './own-work.tsx'

export function TodayPage() {
  const { t } = useTranslation('desk')
  const me = useMe()
  const readsMatters = useMay('matter.read')
  const audits = useMay('audit.read')
  const grants = useMay('post.grant')
  const imports = useMay('place.edit')
  const hour = Number(momentOf(useNow()).hour)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <Page
      title={t(`today.${part}`, { name: me.name })}
      aside={
        readsMatters && (
          <Link to="/report" className="button button-primary">
            {t('queue.report')}
          </Link>
        )
      }
    >
      <Figures readsMatters={readsMatters} />
      {readsMatters && <OwnWork />}
      <p className="inline">
        <BoardsToReplace />
        {audits && (
          <Link to="/audit" className="button">
            {t('today.audit')}
          </Link>
        )}
        {grants && (
          <Link to="/people/new" className="button">
            {t('people.add')}
          </Link>
        )}
        {imports && (
          <Link to="/import" className="button">
            {t('import.title')}
          </Link>
        )}
      </p>
    </Page>
  )
}

/** Seen only while there are any. */
function BoardsToReplace() {
  const { t } = useTranslation('places')
  const { data } = useBoards('', useMayPrint())
  const count = data?.towns.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    count > 0 && (
      <Link to="/boards" className="button">
        {t('boards.toReplace', { count })}
      </Link>
    )
  )
}

type Figure = { readonly name: keyof Counts; readonly search: QueueSearch; readonly tone?: 'late' | 'soon'; readonly verb?: string }

const figures: readonly Figure[] = [
  { name: 'late', search: { view: 'late' }, tone: 'late' },
  { name: 'soon', search: { view: 'soon' }, tone: 'soon' },
  { name: 'todo', search: { view: 'todo' } },
  { name: 'decide', search: { view: 'decide' }, tone: 'soon', verb: 'matter.direct' },
  { name: 'ordered', search: { view: 'ordered' }, tone: 'soon', verb: 'matter.handle' },
  { name: 'settled', search: { status: 'settled' } },
  { name: 'emergencies', search: { status: 'waiting,working,suspended', emergency: 'true', sort: 'due' }, tone: 'late' },
]

/** Counting stops here: nobody acts differently on 1,001. */
const countedTo = 1000

function Figures({ readsMatters }: { readsMatters: boolean }) {
  const { t } = useTranslation('desk')
  const { verbs } = useMe()
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'counts'],
    queryFn: ({ signal }) => get<Counts>('/matters/counts', signal),
    refetchInterval: 60_000,
  })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  const number = (name: keyof Counts) => (data ? (data[name] >= countedTo ? `${countedTo}+` : String(data[name])) : '…')
  const toneOf = (name: keyof Counts, tone: string | undefined) => (tone && data && data[name] > 0 ? ` figure-${tone}` : '')
  return (
    <ul className="figures" aria-busy={!data}>
      {readsMatters &&
        figures
          .filter(({ verb }) => !verb || verbs.includes(verb))
          .map(({ name, search, tone }) => (
            <li key={name}>
              <Link to="/matters" search={search} className={`figure${toneOf(name, tone)}`}>
                <span className="figure-name">{t(`today.${name}`)}</span>
                <span className="figure-number">{number(name)}</span>
                <span className="figure-words">{t(`today.${name}Words`)}</span>
              </Link>
            </li>
          ))}
      <DisputeFigures />
      <BeatFigures />
      <li>
        <Link to="/places" search={{ tab: 'vacancies' }} className={`figure${toneOf('vacancies', 'soon')}`}>
          <span className="figure-name">{t('today.vacancies')}</span>
          <span className="figure-number">{number('vacancies')}</span>
          <span className="figure-words">{t('today.vacanciesWords')}</span>
        </Link>
      </li>
    </ul>
  )
}
