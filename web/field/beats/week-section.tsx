/** 本周还要做的: each thing that is owed with what counted, and what is written on this phone and will count when it has arrived. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { Standings } from '#modules/duties/reply.ts'
import { type Shape, Tag } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'
import { inDays, today, type Village } from './village-work.ts'
import { inOrder, type Line, linesOf } from './week.ts'

const shown: Readonly<Record<Line['state'], { readonly tone: Tone; readonly shape: Shape }>> = {
  open: { tone: 'soon', shape: 'ring' },
  done: { tone: 'good', shape: 'tick' },
  excused: { tone: 'calm', shape: 'bar' },
  next: { tone: 'calm', shape: 'clock' },
}

type Props = { readonly village: Village; readonly standings: Standings; readonly unsent: readonly BeatRecord[] }

export function WeekSection({ village, standings, unsent }: Props) {
  const { t } = useTranslation('beats')
  const own = standings.standings.find(({ place }) => place === village.code)
  if (!own || own.states.length === 0) return null
  const lines = inOrder(linesOf(own, standings.duties, unsent, today()))
  const isOpen = lines.some(({ state }) => state === 'open')
  const isAsked = lines.some(({ state }) => state !== 'excused')
  return (
    <section className="section" aria-labelledby="week">
      <h2 id="week">{t(isOpen ? 'field.week.title' : isAsked ? 'field.week.allDone' : 'field.week.nothing')}</h2>
      {own.questions.map((question) => (
        <p key={question.code} className="ask-you">
          <strong>{t('field.week.question')}</strong>
          <span>{t(`questions.${question.code}`, question.facts)}</span>
        </p>
      ))}
      {own.questions.length > 0 && <p className="soft">{t('field.week.questionNote')}</p>}
      <ul className="owed">
        {lines.map((line) => (
          <Owed key={`${line.duty}/${line.kind}`} line={line} />
        ))}
      </ul>
      <Link to="/beats/duties" search={{ village: village.code }} className="button button-quiet">
        {t('field.week.how')}
      </Link>
    </section>
  )
}

/** "本周进村 1 天", "每次走访 5 户" */
export function owedWords(
  t: ReturnType<typeof useTranslation<'beats'>>['t'],
  { window, kind, asked }: Pick<Line, 'window' | 'kind' | 'asked'>,
) {
  return t('field.owed', { window: t(`field.now.${window}`), what: t(`field.what.${kind}`), count: t(`counted.${kind}`, { count: asked }) })
}

function Owed({ line }: { line: Line }) {
  const { t } = useTranslation('beats')
  const { kind, reached, waiting, unanswered, until, state } = line
  return (
    <li className="owed-line">
      <span>
        <strong>{owedWords(t, line)}</strong>
        <small className="soft">
          {[
            state === 'next'
              ? t(`field.week.opens.${line.window}`)
              : t('field.week.reached', { count: t(`counted.${kind}`, { count: reached }) }),
            unanswered > 0 && t('field.week.unanswered', { count: t(`counted.${kind}`, { count: unanswered }) }),
            waiting > 0 && t('field.week.waiting', { count: t(`counted.${kind}`, { count: waiting }) }),
            state === 'open' && until && (until === today() ? t('field.week.untilToday') : t('field.week.until', { day: inDays(until) })),
          ]
            .filter(Boolean)
            .join(t('field.semicolon'))}
        </small>
      </span>
      <Tag {...shown[state]}>{t(`field.week.states.${state}`)}</Tag>
    </li>
  )
}
