/** How it stands, on top of its page: whatever waits for somebody, or holds it up, in one line each. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#modules/kernel/calendar.ts'
import { isOpen } from '#modules/matters/matter.ts'
import type { MatterFile, Other } from '#modules/matters/reply.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { dayInWords, distance, inWords } from '#web/ui/instants.ts'
import { type Shape, Sign } from '#web/ui/status.tsx'
import { languageNow } from '#web/ui/words.ts'
import { type Foreseen, filledSeat } from './foreseen.ts'
import { useSeatName } from './matter-page.tsx'
import { useWishWords } from './wish-words.ts'

const Strip = ({ tone, shape, children }: { tone: 'late' | 'soon' | 'calm'; shape: Shape; children: ReactNode }) => (
  <li className={`strip strip-${tone}`}>
    <Sign shape={shape} />
    <span>{children}</span>
  </li>
)

export function Strips({ file, seen: { matter } }: { file: MatterFile; seen: Foreseen }) {
  const { t } = useTranslation(['field', 'matters', 'app'])
  const now = useNow()
  const at = (instant: string) => inWords(instant, now, languageNow())
  const { application, orders, lateSince, pause } = matter
  const late = lateSince && isOpen(matter) ? distance(lateSince, now) : undefined
  return (
    <ul className="strips">
      {matter.seenBy && (
        <Strip tone="late" shape="alert">
          {t('strips.restricted')}
        </Strip>
      )}
      {late && lateSince && (
        <Strip tone="late" shape="clock">
          {t('strips.late', { at: at(lateSince), over: t(`app:over.${late.unit}`, { count: late.count }) })}
        </Strip>
      )}
      {application && <Applied file={file} application={application} at={at} />}
      {orders.map((order) => (
        <Strip key={order.id} tone={order.isLate || order.dueBy < now ? 'late' : 'soon'} shape="alert">
          {t(order.isLate || order.dueBy < now ? 'strips.orderLate' : 'strips.order', {
            kind: t(`act.order.kinds.${order.kind}`),
            at: at(order.dueBy),
            words: order.words,
          })}
        </Strip>
      ))}
      {matter.status === 'suspended' && pause?.until && (
        <Strip tone="calm" shape="clock">
          {t('strips.suspended', { day: dayInWords(dayOf(pause.until), now, languageNow()) })}
        </Strip>
      )}
      {file.main && matter.status === 'linked' && (
        <Strip tone="calm" shape="bar">
          {t('strips.linked')} <Others others={[file.main]} />
        </Strip>
      )}
      {file.duplicates.length > 0 && (
        <Strip tone="calm" shape="bar">
          {t('strips.duplicates', { count: file.duplicates.length })} <Others others={file.duplicates} />
        </Strip>
      )}
      {matter.joined > 0 && (
        <Strip tone="calm" shape="ring">
          {t('strips.joined', { count: matter.joined })}
        </Strip>
      )}
    </ul>
  )
}

type AppliedProps = {
  file: MatterFile
  application: NonNullable<Foreseen['matter']['application']>
  at: (instant: string) => string
}

function Applied({ file, application, at }: AppliedProps) {
  const { t } = useTranslation('field')
  const nameOf = useSeatName()
  const wishWords = useWishWords()
  const decider = filledSeat(file, application.decider)
  return (
    <Strip tone="soon" shape="clock">
      {t('strips.applied', {
        wish: wishWords(application),
        who: decider ? nameOf(decider) : t(`people:roles.${application.decider.role}`),
        by: at(application.decideBy),
        reason: application.reason,
      })}
    </Strip>
  )
}

/** Other matters by number and state, to be opened. */
function Others({ others }: { others: readonly Other[] }) {
  const { t } = useTranslation('matters')
  return others.map(({ id, number, status }) => (
    <Link key={id} to="/matters/$id" params={{ id }} className="strip-link">
      {number} {t(`statuses.${status}`)}
    </Link>
  ))
}
