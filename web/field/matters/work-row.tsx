/** One matter in the list. The whole row opens it; the button does the next thing. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action, Matter } from '#modules/matters/matter.ts'
import type { MatterRow } from '#modules/matters/reply.ts'
import { type Actor, postIn } from '#modules/people/actor.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Deadline } from '#web/ui/deadline.tsx'
import { Emergency, Status, Tag } from '#web/ui/status.tsx'
import { offersOf, policeFirst } from './offers.ts'
import { useSend } from './send.ts'
import { useWishWords } from './wish-words.ts'

const nextSteps: readonly Action[] = ['tellPolice', 'grant', 'answer', 'accept', 'settle', 'verify']

/** The one thing to do next, if the rules allow this person any. Not who stands above, but who is asked, decides. */
const nextStep = ({ matter }: MatterRow, actor: Actor): Action | undefined =>
  offersOf(matter, actor, { at: new Date().toISOString(), reopenDays: 0 }).find(
    ({ action, why }) =>
      !why &&
      nextSteps.includes(action) &&
      (action !== 'grant' || decides(matter, actor)) &&
      (action !== 'tellPolice' || policeFirst(matter)),
  )?.action

const decides = ({ application }: Matter, actor: Actor) => application !== null && postIn(actor, application.decider) !== undefined

/** The last two names of a path: in a list of one's own village the township says nothing. */
const placeFrom = (path: string) => path.split(' ').slice(-2).join(' ')

export function WorkRow({ row, pending }: { row: MatterRow; pending: Entry | undefined }) {
  const { t } = useTranslation('matters')
  const { matter } = row
  return (
    <li className={`card${matter.isEmergency ? ' card-emergency' : ''}`}>
      <Link to="/matters/$id" params={{ id: matter.id }} className="card-link">
        <span className="card-top">
          <strong>{row.categoryName}</strong>
          {matter.isEmergency && <Emergency />}
          {pending ? (
            <Tag tone="soon" shape="clock">
              {t('pending')}
            </Tag>
          ) : matter.lateAt && matter.status !== 'suspended' ? (
            <Deadline at={matter.lateAt} />
          ) : (
            <Status status={matter.status} />
          )}
        </span>
        <span className="card-words clamp">{matter.words}</span>
        <Asked row={row} />
      </Link>
      <div className="card-foot">
        <Link to="/matters/$id" params={{ id: matter.id }} className="card-place" tabIndex={-1} aria-hidden="true">
          {placeFrom(row.placeName)}
        </Link>
        {!pending && <NextStep row={row} />}
      </div>
    </li>
  )
}

/** What somebody waits for here: a decision, or an answer. */
function Asked({ row: { matter } }: { row: MatterRow }) {
  const { t } = useTranslation('field')
  const wishWords = useWishWords()
  const [order] = matter.orders
  if (!matter.application && !order) return null
  return (
    <span className="tags">
      {matter.application && (
        <Tag tone="soon" shape="clock">
          {t('list.applied', { wish: wishWords(matter.application) })}
        </Tag>
      )}
      {order && (
        <Tag tone={order.isLate ? 'late' : 'soon'} shape="alert">
          {t(`act.order.kinds.${order.kind}`)}
        </Tag>
      )}
    </span>
  )
}

function NextStep({ row }: { row: MatterRow }) {
  const { t } = useTranslation(['matters', 'field'])
  const navigate = useNavigate()
  const step = nextStep(row, useActor())
  const send = useSend(row)
  const [isBusy, setBusy] = useState(false)
  if (!step) return null
  const act = () => {
    if (step !== 'accept')
      return void navigate({ to: '/matters/$id', params: { id: row.matter.id }, search: { act: step === 'grant' ? undefined : step } })
    setBusy(true)
    void send({ do: 'accept' }).finally(() => setBusy(false))
  }
  return (
    <Act kind="primary" isBusy={isBusy} onAct={act}>
      {t(step === 'grant' ? 'field:list.decideNow' : `actions.${step}`)}
    </Act>
  )
}
