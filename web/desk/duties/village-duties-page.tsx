/** A village's duties, window by window: what was asked and why so much, what counted, what was excused; and questions, never marks. */
import { useTranslation } from 'react-i18next'
import type { Duty } from '#modules/duties/duty.ts'
import type { Standing } from '#modules/duties/reply.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { useMe } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Sign } from '#web/ui/status.tsx'
import { Link, useAsked, useGo, useNamed } from '../address.tsx'
import { useSpan } from '../beats/days.ts'
import { readsVillages } from '../beats/sections.tsx'
import { useDuties } from '../beats/villages.ts'
import { useDayWords } from '../disputes/due.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { usePlaceName } from '../places/place-file.ts'
import { Trouble } from '../trouble.tsx'
import { howOf, kinds, windowsBy } from './behind.ts'
import { Period } from './period.tsx'
import { Reasons } from './reasons.tsx'
import { reasonsOf } from './why.ts'
import { type Counted, Windows } from './windows.tsx'

export function VillageDutiesPage() {
  const { t } = useTranslation('beats')
  const village = useNamed()
  return readsVillages(useMe()) ? <Village key={village} village={village} /> : <NotYours title={t('desk.sections.duties')} />
}

function Village({ village }: { village: string }) {
  const { t } = useTranslation('beats')
  const search = useAsked('/beats/$id/duties')
  const go = useGo()
  const name = usePlaceName(village)
  const { days, from, to } = useSpan(search.days)
  const { data, error, refetch } = useDuties({ place: village, from, to })
  const counted: Counted = new Map(data?.evidence.map((each) => [each.id, each]))
  return (
    <Page
      isWide
      title={t('desk.duties.of', { name })}
      above={
        <span className="tags">
          <Link to="/beats/duties" search={search.days ? { days: search.days } : {}}>
            {t('desk.duties.back')}
          </Link>
          <Link to="/beats/$id" params={{ id: village }}>
            {t('desk.duties.toVillage')}
          </Link>
        </span>
      }
      aside={
        <Period
          days={days}
          onChange={(chosen) => go({ to: '/beats/$id/duties', params: { id: village }, search: { days: chosen }, replace: true })}
        />
      }
    >
      <p className="soft">{t('desk.duties.rule')}</p>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && data.standings.length === 0 && <Empty title={t('desk.duties.nobody')} />}
      {data?.standings.map((standing) => (
        <One key={`${standing.person}${standing.since}`} span={{ from, to }} standing={standing} duties={data.duties} counted={counted} />
      ))}
    </Page>
  )
}

type OneProps = {
  readonly standing: Standing
  readonly duties: readonly Duty[]
  readonly counted: Counted
  readonly span: { readonly from: Day; readonly to: Day }
}

function One({ standing, duties, counted, span }: OneProps) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const { name, since, until } = standing
  return (
    <section className="panel" aria-label={name}>
      <header className="panel-head">
        <h2>{name}</h2>
        <span className="soft">
          {until
            ? t('desk.duties.term', { from: words(since), to: words(daysAfter(until, -1)) })
            : t('desk.duties.since', { from: words(since) })}
        </span>
      </header>
      <Reasons of={reasonsOf(standing, standing.states, span)} />
      <Questions of={standing} />
      {duties.map((duty) => {
        const state = standing.states.find((each) => each.duty === duty.code)
        return state && <DutyOf key={duty.code} duty={duty} state={state} counted={counted} />
      })}
    </section>
  )
}

/** Signs that a quota is being chased, asked of the officer first. Nothing here is added up. */
function Questions({ of: { questions } }: { of: Standing }) {
  const { t } = useTranslation('beats')
  if (questions.length === 0) return null
  return (
    <section className="duty-questions">
      <h3>{t('desk.duties.questionsTitle')}</h3>
      <p className="soft">{t('desk.duties.questionsWords')}</p>
      <ul>
        {questions.map(({ code, facts }) => (
          <li key={code}>{t(`questions.${code}`, facts)}</li>
        ))}
      </ul>
    </section>
  )
}

function DutyOf({ duty, state, counted }: { duty: Duty; state: Standing['states'][number]; counted: Counted }) {
  const { t } = useTranslation('beats')
  const how = howOf(duty, state)
  const by = windowsBy(state.windows)
  return (
    <section className="duty">
      <header className="duty-head">
        <h3>{nameIn(duty)}</h3>
        <span className="soft">{duty.source && t('desk.duties.source', { words: duty.source })}</span>
        {'isMet' in how && (
          <span className={how.isMet ? 'duty-met' : 'duty-missed'}>
            <Sign shape={how.isMet ? 'tick' : 'alert'} />{' '}
            {how.is === 'standing' ? t(how.isMet ? 'desk.duties.there' : 'desk.duties.notThere') : t('desk.duties.metWords', how)}
          </span>
        )}
      </header>
      {state.windows.length === 0 && <p className="soft">{t('desk.duties.noWindows')}</p>}
      {kinds.map(
        (kind) =>
          by[kind].length > 0 && (
            <Windows
              key={kind}
              kind={kind}
              duty={duty}
              windows={by[kind]}
              counted={counted}
              isOpen={kind === 'missed' || kind === 'running'}
            />
          ),
      )}
    </section>
  )
}
