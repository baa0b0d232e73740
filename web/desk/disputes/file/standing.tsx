/** How the file stands, on top of it: an alarm, a refusal, a day that passed, the way to the court, each with its next step. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Action, isOpen } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { courtUntil } from '#modules/disputes/rules/procedure.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { Deadline, useNow } from '#web/ui/deadline.tsx'
import { StandingLine as Line } from '../../standing-line.tsx'
import { DueOn } from '../due.tsx'
import { type OnOpen, type Opening, useWhyNot } from './file.ts'
import { useSpeech } from './speech.ts'

type Props = { readonly file: DisputeFile; readonly onOpen: OnOpen }

export function Standing({ file, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const { list, name, day } = useSpeech(file)
  const { dispute } = file
  const { preventBy, signs, status, settleBy, agreement, confirmation, routesTold, policeToldAt } = dispute
  const acts = (openings: readonly Opening[]) => <Offered file={file} onOpen={onOpen} openings={openings} />
  const refusedBy = dispute.parties.filter(({ isWilling }) => isWilling === false)
  const broken = agreement?.terms.filter(({ state }) => state === 'breached') ?? []
  const court = status === 'performing' && agreement?.form === 'written' && !confirmation ? courtUntil(dispute, file.around.local) : null
  const told = file.events.filter(({ type }) => type === 'told').at(-1)
  const lines = [
    preventBy && (
      <Line
        key="alarm"
        tone="late"
        shape="alert"
        title={t('desk.standing.alarm')}
        until={<Deadline at={preventBy} />}
        acts={acts([{ action: 'prevent' }, ...(policeToldAt ? [] : [{ action: 'tellPolice' as Action }])])}
      >
        <p>{list(signs.map((sign) => t(`signs.${sign}`)))}</p>
        <p>{t('desk.standing.alarmWords')}</p>
      </Line>
    ),
    status === 'declined' && (
      <Line
        key="declined"
        tone="calm"
        shape="bar"
        title={t('desk.standing.declined', { people: list(refusedBy.map(({ id }) => name(id))) })}
      >
        <p>{t('desk.standing.declinedWords')}</p>
        {routesTold && <p>{t('desk.standing.routes', { routes: list(routesTold.routes.map((route) => t(`routes.${route}`))) })}</p>}
      </Line>
    ),
    isOpen(dispute) && settleBy && settleBy < today && (
      <Line
        key="late"
        tone="late"
        shape="clock"
        title={t('desk.standing.late')}
        until={<DueOn day={settleBy} />}
        acts={acts([{ action: 'extend' }, { action: 'fail' }])}
      >
        <p>{t('desk.standing.lateWords')}</p>
      </Line>
    ),
    broken.length > 0 && (status === 'performing' || status === 'performed') && (
      <Line
        key="broken"
        tone="late"
        shape="cross"
        title={t('desk.standing.broken', { people: list([...new Set(broken.map(({ by }) => name(by)))]) })}
      >
        <p>{t('desk.standing.brokenWords')}</p>
      </Line>
    ),
    court && court >= today && (
      <Line
        key="court"
        tone="busy"
        shape="clock"
        title={t('desk.standing.court', { day: day(court) })}
        until={<DueOn day={court} />}
        acts={acts([{ action: 'askCourt' }])}
      />
    ),
    told && 'words' in told && (
      <Line key="told" tone="busy" shape="ring" title={t('desk.standing.told', { name: name(told.party) })}>
        <p className="said">{String(told.words)}</p>
      </Line>
    ),
  ].filter(Boolean)
  return lines.length > 0 ? <ul className="standing">{lines}</ul> : null
}

function Offered({ file, onOpen, openings }: Props & { openings: readonly Opening[] }) {
  const { t } = useTranslation('disputes')
  const why = useWhyNot(file)
  const allowed = openings.filter(({ action }) => !why(action))
  if (allowed.length === 0) return null
  return (
    <div className="standing-acts">
      {allowed.map((opening) => (
        <Button key={opening.action} onClick={() => onOpen(opening)}>
          {t(`actions.${opening.action}`)}
        </Button>
      ))}
    </div>
  )
}
