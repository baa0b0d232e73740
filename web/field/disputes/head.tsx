/** How the file stands: danger and what is due above everything, then whose dispute it is and about what. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { alarmsIn } from '#modules/disputes/rules/danger.ts'
import { inWords } from '#web/ui/instants.ts'
import { type Shape, Sign } from '#web/ui/status.tsx'
import { languageNow } from '#web/ui/words.ts'
import type { Seen } from './file-body.tsx'
import { inDays, list } from './names.ts'
import { DisputeStatus, Pending } from './status.tsx'

const Strip = ({ tone, shape, children }: { tone: 'late' | 'soon' | 'calm'; shape: Shape; children: ReactNode }) => (
  <li className={`strip strip-${tone}`}>
    <Sign shape={shape} />
    <span>{children}</span>
  </li>
)

function Strips({ file, seen: { dispute }, around }: Seen) {
  const { t } = useTranslation('disputes')
  const { signs, preventBy, policeToldAt } = dispute
  const at = (instant: string) => inWords(instant, around.at, languageNow())
  const isShut = dispute.status === 'archived' || (dispute.status === 'closed' && preventBy === null)
  const isAlarm = alarmsIn(signs).length > 0
  // Nobody has been told of what still waits on this phone.
  const isUntold = isAlarm && alarmsIn(file.dispute.signs).length === 0
  return (
    <ul className="strips">
      {signs.length > 0 && !isShut && (
        <Strip tone={isAlarm ? 'late' : 'soon'} shape="alert">
          {t(isUntold ? 'field.strips.alarmWaits' : isAlarm ? 'field.strips.alarm' : 'field.strips.signs', {
            signs: list(signs.map((sign) => t(`signs.${sign}`))),
          })}
        </Strip>
      )}
      {preventBy && (
        <Strip tone="late" shape="clock">
          {t(preventBy < around.at ? 'field.strips.preventLate' : 'field.strips.prevent', { at: at(preventBy) })}
        </Strip>
      )}
      {policeToldAt && (
        <Strip tone="calm" shape="tick">
          {t('field.strips.police', { at: at(policeToldAt) })}
        </Strip>
      )}
      {dispute.status === 'declined' && (
        <Strip tone="calm" shape="bar">
          {t('field.strips.declined')}
        </Strip>
      )}
    </ul>
  )
}

export function Head(props: Seen) {
  const { t } = useTranslation('disputes')
  const { file, seen, speech } = props
  const { dispute, isPending } = seen
  return (
    <>
      <Strips {...props} />
      <section className="section matter-head">
        <p className="tags">
          <DisputeStatus status={dispute.status} />
          {isPending && <Pending />}
          {dispute.settleBy && dispute.endedOn === null && <span>{t('field.settleBy', { on: inDays(dispute.settleBy) })}</span>}
        </p>
        <h2>{file.title}</h2>
        <p className="soft">
          <span className="unbroken">{file.number || t('field.unnumbered')}</span>
        </p>
        <p className="matter-words">{dispute.summary}</p>
        {dispute.wish && <p>{t('field.wish', { wish: dispute.wish })}</p>}
        <details className="more">
          <summary>{t('field.sections.facts')}</summary>
          <dl className="facts">
            <dt>{t('field.fields.place')}</dt>
            <dd>{file.placeName}</dd>
            <dt>{t('field.fields.mediators')}</dt>
            <dd>{list(dispute.mediators.map(speech.person)) || t('field.nobodyYet')}</dd>
            <dt>{t('field.fields.openness')}</dt>
            <dd>{t(`openness.${dispute.isOpenSession ? 'open' : 'closed'}`)}</dd>
            <dt>{t('field.fields.source')}</dt>
            <dd>{[t(`sources.${dispute.source}`), dispute.referredBy].filter(Boolean).join(' · ')}</dd>
            <dt>{t('field.fields.occurredOn')}</dt>
            <dd>{inDays(dispute.occurredOn)}</dd>
            <dt>{t('field.fields.involved')}</dt>
            <dd>{t('field.people', { count: dispute.involved })}</dd>
            {dispute.fen !== null && (
              <>
                <dt>{t('field.fields.yuan')}</dt>
                <dd>{t('field.yuan', { yuan: (dispute.fen / 100).toLocaleString() })}</dd>
              </>
            )}
            {file.nationalName && (
              <>
                <dt>{t('field.fields.nationalType')}</dt>
                <dd>{file.nationalName}</dd>
              </>
            )}
            {dispute.offices.length > 0 && (
              <>
                <dt>{t('field.fields.offices')}</dt>
                <dd>{list(dispute.offices.map(speech.office))}</dd>
              </>
            )}
            {file.matter && (
              <>
                <dt>{t('field.fields.matter')}</dt>
                <dd>
                  {file.matter.canOpen ? (
                    <Link to="/matters/$id" params={{ id: file.matter.id }} className="strip-link">
                      {file.matter.number}
                    </Link>
                  ) : (
                    file.matter.number
                  )}
                </dd>
              </>
            )}
          </dl>
        </details>
      </section>
    </>
  )
}
