/**
 * What may be done now, by the same rules that the server asks: the one thing to do next on top, the rest by what it is for, and what may
 * not be done with the reason. What is about one party, promise or paper stands where that is shown.
 */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Action, Dispute } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { nextStep } from '#modules/disputes/rules/next-step.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { mint } from '#web/client/api.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../../attempt.ts'
import { Denied } from '../../denied.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { type OnOpen, type Opening, useReload, useSend, useWhyNot } from './file.ts'
import { useSpeech } from './speech.ts'

const groups = [
  { name: 'mediation', of: ['accept', 'hold', 'inquire', 'setOpenness', 'invite', 'extend'] },
  { name: 'people', of: ['assign', 'recuse', 'addParty'] },
  { name: 'outcome', of: ['agree', 'sign', 'fail', 'withdraw', 'decline'] },
  { name: 'after', of: ['perform', 'breach', 'askCourt', 'courtDecided', 'revisit'] },
  { name: 'prevention', of: ['noteSigns', 'prevent', 'tellPolice', 'referUp'] },
  { name: 'paper', of: ['attach', 'amend', 'comment'] },
  { name: 'end', of: ['close', 'archive', 'claim', 'callBack', 'decideClaim'] },
] as const satisfies readonly { readonly name: string; readonly of: readonly Action[] }[]

/** Offered where the party or the promise stands. */
const elsewhere: readonly Action[] = ['perform', 'breach', 'decline', 'addParty']

/** Nobody asks why this is not possible: it is over, its time has not come, or it is somebody else's work by its nature. */
function isMoot(action: Action, { status, agreement, confirmation, preventBy, allowance, isExtended }: Dispute): boolean {
  const isDone = status === 'closed' || status === 'archived'
  switch (action) {
    case 'prevent':
      return preventBy === null
    case 'accept':
      return status !== 'registered'
    case 'sign':
      return agreement === null || agreement.effectiveOn !== null
    case 'askCourt':
      return agreement?.effectiveOn == null || confirmation !== null
    case 'courtDecided':
      return confirmation === null || confirmation.result !== null
    case 'revisit':
      return agreement === null
    case 'extend':
      return status !== 'mediating' || isExtended
    case 'archive':
    case 'claim':
      return !isDone || (action === 'claim' && allowance !== null)
    case 'callBack':
    case 'decideClaim':
      return allowance === null || allowance.isGranted !== null
    case 'close':
      return isDone
    default:
      return isDone || ['declined', 'failed', 'withdrawn', 'performed', 'performing'].includes(status)
  }
}

type Props = {
  readonly file: DisputeFile
  readonly open: Opening | undefined
  readonly onOpen: (opening: Opening | undefined) => void
}

export function Actions({ file, open, onOpen }: Props) {
  const { t } = useTranslation(['disputes', 'desk'])
  const why = useWhyNot(file)
  const { refused } = useSpeech(file)
  const now = useNow()
  const isAllowed = (action: Action) => !why(action)
  const next = nextStep(file.dispute, dayOf(now), isAllowed)
  const { accept, isBusy, refusal } = useAccept(file)
  const press: OnOpen = (opening) => (opening.action === 'accept' ? accept() : onOpen(opening))
  const shown = groups
    .map(({ name, of }) => ({
      name,
      of: of.filter((action) => isAllowed(action) && !elsewhere.includes(action) && action !== next?.action),
    }))
    .filter(({ of }) => of.length > 0)
  const denied = new Map<string, Action[]>()
  for (const action of groups.flatMap(({ of }) => [...of] as Action[])) {
    const no = why(action)
    if (!no || isMoot(action, file.dispute)) continue
    const words =
      no.refused === 'dispute.wrong_status' ? t('desk:file.wrongStatus', { status: t(`statuses.${file.dispute.status}`) }) : refused(no)
    denied.set(words, [...(denied.get(words) ?? []), action])
  }
  return (
    <div className="actions">
      {!next && shown.length === 0 && <p className="soft">{t('desk:file.nothing')}</p>}
      {next && <Next file={file} next={next} isBusy={isBusy} onOpen={press} />}
      <div aria-live="assertive">{refusal && <p className="warning">{refused(refusal)}</p>}</div>
      {shown.map(({ name, of }) => (
        <section key={name} className="action-group" aria-label={t(`desk.groups.${name}`)}>
          <h3>{t(`desk.groups.${name}`)}</h3>
          <div className="actions-allowed">
            {of.map((action) => (
              <Button key={action} disabled={isBusy} danger={action === 'fail' || action === 'withdraw'} onClick={() => press({ action })}>
                {t(`actions.${action}`)}
              </Button>
            ))}
          </div>
        </section>
      ))}
      <Denied of={[...denied]} nameOf={(action) => t(`actions.${action}`)} />
      {open && (
        <ActionDialog
          key={`${open.action}${open.party ?? ''}${open.term ?? ''}${open.piece ?? ''}`}
          opening={open}
          file={file}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  )
}

/** The one thing to do next, said with whom it is about, and why. */
function Next({ file, next, isBusy, onOpen }: { file: DisputeFile; next: Opening; isBusy: boolean; onOpen: OnOpen }) {
  const { t } = useTranslation('disputes')
  const { name } = useSpeech(file)
  const { action, party } = next
  return (
    <div className="next">
      <Button type="primary" size="large" block loading={isBusy} onClick={() => onOpen(next)}>
        {party ? t('desk.nextWith', { action: t(`actions.${action}`), name: name(party) }) : t(`actions.${action}`)}
      </Button>
      <p className="soft">{t([`desk.why.${action}`, 'desk.why.other'])}</p>
    </div>
  )
}

/** Accepting needs no words: one press does it. */
function useAccept(file: DisputeFile) {
  const { t } = useTranslation('disputes')
  const { message } = App.useApp()
  const send = useSend()
  const reload = useReload()
  const { isBusy, refusal, attempt } = useAttempt()
  const accept = () =>
    void attempt(async () => {
      try {
        await send(file, mint<CommandId>(), { do: 'accept' })
        void message.success(t('desk.done.accept'))
      } catch (error) {
        await reload(file.dispute.id).catch(() => undefined)
        throw error
      }
    })
  return { accept, isBusy, refusal }
}
