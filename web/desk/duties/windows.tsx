/** Windows of a duty of one kind: the days, what was asked and how that was reckoned, what was reached and which evidence counted. */
import { useTranslation } from 'react-i18next'
import type { Duty, Evidence } from '#modules/duties/duty.ts'
import type { NeedState, WindowState } from '#modules/duties/state.ts'
import { Link } from '../address.tsx'
import { useDayWords } from '../disputes/due.tsx'
import { Heads } from '../heads.tsx'
import { isCut, type Kind } from './behind.ts'
import { recordsOf, type Shown, shownOf } from './evidence.ts'

export type Counted = ReadonlyMap<string, Evidence>

type Props = {
  readonly kind: Kind
  readonly duty: Duty
  readonly windows: readonly WindowState[]
  readonly counted: Counted
  readonly isOpen: boolean
}

const heads = ['days', 'asked', 'reached', 'counted'] as const

export function Windows({ kind, duty, windows, counted, isOpen }: Props) {
  const { t } = useTranslation('beats')
  const head = (name: string) => t(`desk.duties.heads.${name}`)
  return (
    <details open={isOpen} className="duty-windows">
      <summary>
        {t(`desk.duties.kinds.${duty.window === 'standing' && kind === 'running' ? 'standing' : kind}`, { count: windows.length })}
      </summary>
      <table className="table table-small">
        <thead>
          <tr>
            <Heads names={heads} say={head} />
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => (
            <tr key={window.from}>
              <td data-name={head('days')}>
                <Days duty={duty} of={window} />
              </td>
              <td data-name={head('asked')}>
                <Asked of={window} />
              </td>
              <td data-name={head('reached')}>
                <Needs of={window.needs} say={({ kind, reached }) => t(`counted.${kind}`, { count: reached })} saysWaiting />
              </td>
              <td data-name={head('counted')}>
                <What ids={window.needs.flatMap((need) => need.counted)} counted={counted} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Days({ duty, of: { from, to } }: { duty: Duty; of: WindowState }) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  if (duty.window === 'standing') return t('desk.duties.today')
  return <span className="unbroken">{from === to ? words(from) : t('desk.duties.fromTo', { from: words(from), to: words(to) })}</span>
}

/** "3 户 (按 3/5 天折算，整周 5 户)": whatever a window asks less than a full one is said with its reckoning. */
function Asked({ of }: { of: WindowState }) {
  const { t } = useTranslation('beats')
  const { days, of: full } = of.available
  return (
    <>
      {of.isExcused ? t('desk.duties.excused') : <Needs of={of.needs} say={({ kind, asked }) => t(`counted.${kind}`, { count: asked })} />}
      {isCut(of) && (
        <small className="soft">
          {t('desk.duties.cut', { days, full })}
          {!of.isExcused &&
            of.needs.map(
              (need) =>
                need.full !== need.asked && (
                  <span key={need.kind}> {t('desk.duties.fullGoal', { words: t(`counted.${need.kind}`, { count: need.full }) })}</span>
                ),
            )}
        </small>
      )}
    </>
  )
}

type NeedsProps = { readonly of: readonly NeedState[]; readonly say: (need: NeedState) => string; readonly saysWaiting?: boolean }

/** `saysWaiting`: "已交 1 条，等反馈", of what is there and does not count before it was found useful. */
const Needs = ({ of, say, saysWaiting = false }: NeedsProps) => {
  const { t } = useTranslation('beats')
  return of.map((need) => (
    <span key={need.kind} className="need">
      {of.length > 1 && <span className="soft">{t(`evidence.${need.kind}`)} </span>}
      {say(need)}
      {saysWaiting && need.waiting > 0 && (
        <small className="soft need">{t('desk.duties.unanswered', { count: t(`counted.${need.kind}`, { count: need.waiting }) })}</small>
      )}
    </span>
  ))
}

const few = 6

function What({ ids, counted }: { ids: readonly string[]; counted: Counted }) {
  const { t } = useTranslation('beats')
  const found = shownOf(ids.flatMap((id) => counted.get(id) ?? []))
  if (found.length === 0) return <span className="soft">{t('desk.duties.nothing')}</span>
  return (
    <>
      <Links of={found.slice(0, few)} />
      {found.length > few && (
        <details className="more">
          <summary>{t('desk.duties.more', { count: found.length - few })}</summary>
          <Links of={found.slice(few)} />
        </details>
      )}
    </>
  )
}

const Links = ({ of }: { of: readonly Shown[] }) => (
  <ul className="evidence">
    {of.map((each) => (
      <li key={each.key}>
        <EvidenceLink of={each} />
      </li>
    ))}
  </ul>
)

/** Where the desk shows what counted: a matter on its page, records among the village's of that day. */
function EvidenceLink({ of: { kind, on, place, count, to, id } }: { of: Shown }) {
  const { t } = useTranslation('beats')
  const day = useDayWords()(on)
  const words = t(count === 1 ? 'desk.duties.evidence' : 'desk.duties.evidenceMany', { day, what: t(`evidence.${kind}`), count })
  switch (to) {
    case 'matter':
      return (
        <Link to="/matters/$id" params={{ id }}>
          {words}
        </Link>
      )
    case 'records':
      return (
        <Link to="/beats/$id" params={{ id: place }} search={recordsOf(kind, on)}>
          {words}
        </Link>
      )
    case 'village':
      return (
        <Link to="/beats/$id" params={{ id: place }}>
          {words}
        </Link>
      )
    case 'nowhere':
      return words
  }
}
