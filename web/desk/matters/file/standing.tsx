/** How it stands, on top of the file: whatever waits for somebody, or holds the matter up, in one line each with its next step. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, isOpen, type Matter, type Order } from '#modules/matters/matter.ts'
import type { MatterFile, Other } from '#modules/matters/reply.ts'
import { Deadline, useNow } from '#web/ui/deadline.tsx'
import { inWords } from '#web/ui/instants.ts'
import { seatWords } from '#web/ui/seat.ts'
import { type Shape, Status } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'
import { languageNow } from '#web/ui/words.ts'
import { Link } from '../../address.tsx'
import { StandingLine } from '../../standing-line.tsx'
import { useWhyNot } from './actions.tsx'
import { Mediated } from './mediate.tsx'
import { useWishWords } from './wish-fields.tsx'

type Props = { readonly file: MatterFile; readonly onOpen: (action: Action) => void }

/** Somebody has to be told before anything else, and nobody has written down that they were. */
const needsPolice = ({ isEmergency, seenBy, policeToldAt, status }: Matter) =>
  (isEmergency || seenBy !== null) && policeToldAt === null && ['waiting', 'working', 'suspended'].includes(status)

export function Standing({ file, onOpen }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const now = useNow()
  const { matter } = file.row
  const at = (instant: string) => inWords(instant, now, languageNow())
  const acts = { file, onOpen }
  const lines = [
    needsPolice(matter) && (
      <Line key="police" tone="late" shape="alert" title={t('standing.police')} acts={acts} offered={['tellPolice']}>
        <p>{t(matter.seenBy ? 'standing.policeRestricted' : 'standing.policeWords')}</p>
      </Line>
    ),
    isOpen(matter) && matter.lateSince && (
      <Line key="late" tone="late" shape="clock" title={t('standing.late', { at: at(matter.lateSince) })} until={matter.lateSince}>
        {matter.isOverdue && <p>{t('standing.overdue')}</p>}
      </Line>
    ),
    matter.disputeId && <Mediated key="mediated" file={file} />,
    matter.application && <Applied key="application" {...acts} />,
    ...matter.orders.map((order) => <Ordered key={order.id} order={order} {...acts} />),
    matter.status === 'suspended' && !matter.disputeId && matter.pause?.until && (
      <Line
        key="pause"
        tone="calm"
        shape="clock"
        title={t('standing.suspended', { at: at(matter.pause.until) })}
        acts={acts}
        offered={['resume']}
      />
    ),
    file.main && (
      <Line key="main" tone="calm" shape="bar" title={t('standing.linked')} acts={acts} offered={['unlink']}>
        <Others others={[file.main]} />
      </Line>
    ),
    file.duplicates.length > 0 && (
      <Line key="duplicates" tone="busy" shape="bar" title={t('standing.duplicates', { count: file.duplicates.length })}>
        <Others others={file.duplicates} />
      </Line>
    ),
    matter.joined > 0 && <Line key="joined" tone="busy" shape="ring" title={t('standing.joined', { count: matter.joined })} />,
  ].filter(Boolean)
  return lines.length > 0 ? <ul className="standing">{lines}</ul> : null
}

type LineProps = {
  readonly tone: Tone
  readonly shape: Shape
  readonly title: string
  readonly until?: string
  readonly acts?: Props
  readonly offered?: readonly Action[]
  readonly children?: ReactNode
}

const Line = ({ until, acts, offered = [], ...line }: LineProps) => (
  <StandingLine {...line} until={until && <Deadline at={until} />} acts={acts && <Offered {...acts} actions={offered} />} />
)

/** The steps that this line calls for, where the rules allow them. */
function Offered({ file, onOpen, actions }: Props & { actions: readonly Action[] }) {
  const { t } = useTranslation('matters')
  const why = useWhyNot(file)
  const allowed = actions.filter((action) => !why(action))
  if (allowed.length === 0) return null
  return (
    <div className="standing-acts">
      {allowed.map((action) => (
        <Button key={action} onClick={() => onOpen(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
    </div>
  )
}

function Applied({ file, onOpen }: Props) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const words = useWishWords()
  const { application } = file.row.matter
  if (!application) return null
  // The last event that named who decides: the application itself, or its move to the next above.
  const told = file.events.findLast((event) => event.type === 'applied' || event.type === 'applicationMoved')
  const asker = file.events.find(({ version }) => version === application.id)?.byName ?? ''
  return (
    <Line
      tone="soon"
      shape="half"
      title={t('standing.applied', { name: asker, wish: words(application) })}
      until={application.decideBy}
      acts={{ file, onOpen }}
      offered={['grant', 'decline', 'cancel']}
    >
      <p className="said">{application.reason}</p>
      <p className="soft">
        {t('standing.decides', {
          who: seatWords(application.decider, told?.deciderName ?? ''),
          by: inWords(application.decideBy, now, languageNow()),
        })}
      </p>
    </Line>
  )
}

function Ordered({ order, file, onOpen }: Props & { order: Order }) {
  const { t } = useTranslation(['desk', 'matters'])
  const now = useNow()
  const told = file.events.find(({ version }) => version === order.id)
  return (
    <Line
      tone={order.isLate ? 'late' : 'soon'}
      shape={order.isLate ? 'alert' : 'half'}
      title={t('standing.ordered', { who: seatWords(order.from, told?.fromName ?? ''), kind: t(`act.order.kinds.${order.kind}`) })}
      until={order.dueBy}
      acts={{ file, onOpen }}
      offered={['answer']}
    >
      <p className="said">{order.words}</p>
      <p className="soft">{t(order.isLate ? 'standing.unanswered' : 'act.order.by', { at: inWords(order.dueBy, now, languageNow()) })}</p>
    </Line>
  )
}

const Others = ({ others }: { others: readonly Other[] }) => (
  <ul className="plain tags">
    {others.map(({ id, number, status }) => (
      <li key={id} className="tags">
        <Link to="/matters/$id" params={{ id }} className="unbroken">
          {number}
        </Link>
        <Status status={status} />
      </li>
    ))}
  </ul>
)
