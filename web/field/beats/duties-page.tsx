/** 任务怎么算的: each duty as the record says, window by window, with what counted. There is nothing to fill in here. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Duty, Evidence } from '#modules/duties/duty.ts'
import type { Standings } from '#modules/duties/reply.ts'
import type { DutyState, WindowState } from '#modules/duties/state.ts'
import { Empty, ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { type Shape, Tag } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'
import { languageNow } from '#web/ui/words.ts'
import { Page } from '../page.tsx'
import { VillageChoice } from './village-choice.tsx'
import { inDays, useDuties, useVillage, type Village } from './village-work.ts'

const address = getRouteApi('/beats/duties')

export function DutiesPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.duties.title')} hasBack>
      {!village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <All village={village} />
        </>
      )}
    </Page>
  )
}

function All({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const { data, error, refetch } = useDuties()
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  const standings = data.find((each) => each.standings.some(({ place }) => place === village.code))
  const own = standings?.standings.find(({ place }) => place === village.code)
  if (!standings || !own || own.states.length === 0) return <Empty title={t('field.duties.none')}>{t('field.duties.noneWords')}</Empty>
  return (
    <>
      <p className="page-words soft">{t('field.duties.note', { from: inDays(standings.from), to: inDays(standings.to) })}</p>
      {own.states.map((state) => {
        const duty = standings.duties.find(({ code }) => code === state.duty)
        return duty && <DutyCard key={state.duty} duty={duty} state={state} village={village} standings={standings} />
      })}
    </>
  )
}

/** As many windows as are shown at once; the rest is behind one tap. */
const few = 4

type CardProps = { duty: Duty; state: DutyState; village: Village; standings: Standings }

function DutyCard({ duty, state, village, standings }: CardProps) {
  const { t } = useTranslation('beats')
  const windows = [...state.windows].reverse()
  const evidence = new Map(standings.evidence.map((each) => [each.id, each]))
  const shown = (window: WindowState) => <WindowRow key={window.from} window={window} duty={duty} village={village} evidence={evidence} />
  return (
    <section className="section" aria-label={duty.name}>
      <h2>{languageNow() === 'en' ? duty.nameEn : duty.name}</h2>
      {state.due > 0 && <p>{t('field.duties.met', { met: state.met, due: state.due })}</p>}
      <p className="soft">{t('field.duties.source', { source: duty.source })}</p>
      {windows.length === 0 && <p className="soft">{t('field.duties.noWindow')}</p>}
      <ul className="windows">{windows.slice(0, few).map(shown)}</ul>
      {windows.length > few && (
        <details className="more">
          <summary>{t('field.duties.earlier', { count: windows.length - few })}</summary>
          <ul className="windows">{windows.slice(few).map(shown)}</ul>
        </details>
      )}
    </section>
  )
}

function looks({ isExcused, isMet, isRunning }: WindowState): { tone: Tone; shape: Shape; word: string } {
  if (isExcused) return { tone: 'calm', shape: 'bar', word: 'excused' }
  if (isMet) return { tone: 'good', shape: 'tick', word: 'done' }
  return isRunning ? { tone: 'soon', shape: 'ring', word: 'open' } : { tone: 'calm', shape: 'ring', word: 'notDone' }
}

type RowProps = { window: WindowState; duty: Duty; village: Village; evidence: ReadonlyMap<string, Evidence> }

function WindowRow({ window, duty, village, evidence }: RowProps) {
  const { t } = useTranslation('beats')
  const { from, to, needs, available, isExcused } = window
  const { word, ...look } = looks(window)
  const isWhole = available.days === available.of
  const days =
    duty.window === 'standing'
      ? t('windows.standing')
      : from === to
        ? inDays(from)
        : t('field.duties.span', { from: inDays(from), to: inDays(to) })
  return (
    <li className="window">
      <p className="card-top">
        <span>{days}</span>
        <Tag {...look}>{t(`field.week.states.${word}`)}</Tag>
      </p>
      {!isWhole && !isExcused && <p className="soft">{t('field.duties.cut', available)}</p>}
      {needs.map(({ kind, asked, reached, counted, waiting }) => (
        <div key={kind}>
          <p className="soft">
            {t('field.duties.reached', {
              what: t(`evidence.${kind}`),
              reached: t(`counted.${kind}`, { count: reached }),
              asked: t(`counted.${kind}`, { count: asked }),
            })}
          </p>
          {waiting > 0 && <p className="soft">{t('field.week.unanswered', { count: t(`counted.${kind}`, { count: waiting }) })}</p>}
          <Counted days={[...new Set(counted.flatMap((id) => evidence.get(id)?.on ?? []))]} kind={kind} village={village} />
        </div>
      ))}
    </li>
  )
}

const kindsHere = { visit: 'visit', meeting: 'meeting', team: 'help', entries: 'entries', solved: 'advice', villageDay: undefined } as const

/** The days that counted, each opening the records of that day. */
function Counted({ days, kind, village }: { days: readonly string[]; kind: Evidence['kind']; village: Village }) {
  const { t } = useTranslation('beats')
  if (days.length === 0) return null
  if (kind === 'bulletin' || kind === 'clue')
    return (
      <Link
        to={kind === 'bulletin' ? '/beats/bulletins' : '/beats/clues'}
        search={{ village: village.code }}
        className="button button-quiet"
      >
        {t('field.duties.see', { day: days.map(inDays).join(t('field.comma')) })}
      </Link>
    )
  if (kind === 'dossier') return null
  return (
    <p className="offers">
      {days.slice(0, 6).map((on) => (
        <Link key={on} to="/beats/records" search={{ village: village.code, kind: kindsHere[kind], on }} className="choice-option">
          {inDays(on)}
        </Link>
      ))}
    </p>
  )
}
