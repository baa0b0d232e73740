/** What may be done now, by the same rules that the server asks; and what may not, with the reason. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#modules/kernel/ids.ts'
import type { Action, Matter } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { whyNot } from '#modules/matters/rules/procedure.ts'
import { mint } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../../attempt.ts'
import { Denied } from '../../denied.tsx'
import { sayHere } from '../../trouble.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { asStaff, useReload, useSend } from './file.ts'
import { Mediate } from './mediate.tsx'

/** In the order of the work; the first allowed of `leading` is the one thing to do next. */
const offered: readonly Action[] = [
  'accept',
  'grant',
  'decline',
  'answer',
  'resume',
  'settle',
  'verify',
  'tellPolice',
  'passUp',
  'handDown',
  'handOver',
  'apply',
  'cancel',
  'order',
  'link',
  'unlink',
  'reopen',
  'refuse',
  'comment',
]
const leading: readonly Action[] = ['accept', 'grant', 'answer', 'resume', 'settle', 'verify']

/** Nobody asks why there is nothing to decide, to answer, to undo or to tell the police where there is none. */
function isMoot(action: Action, { application, orders, status, isEmergency, seenBy }: Matter): boolean {
  switch (action) {
    case 'grant':
    case 'decline':
    case 'cancel':
      return application === null
    case 'answer':
      return orders.length === 0
    case 'tellPolice':
      return !isEmergency && seenBy === null
    case 'accept':
      return status !== 'waiting'
    case 'resume':
      return status !== 'suspended'
    case 'unlink':
      return status !== 'linked'
    default:
      return false
  }
}

/** What may be done is asked in two places: where the buttons are, and in the strip that says how it stands. */
export function useWhyNot(file: MatterFile) {
  const asker = asStaff(useActor())
  const at = useNow()
  return (action: Action) => whyNot(file.row.matter, action, asker, { at, reopenDays: file.around.reopenDays })
}

type Props = {
  readonly file: MatterFile
  readonly isShort?: boolean
  /** The form that is open, which the page may also open from elsewhere. */
  readonly open: Action | undefined
  readonly onOpen: (action: Action | undefined) => void
}

export function Actions({ file, isShort = false, open, onOpen }: Props) {
  const { t } = useTranslation(['matters', 'desk'])
  const why = useWhyNot(file)
  const { message } = App.useApp()
  const send = useSend()
  const reload = useReload()
  const { isBusy, refusal, attempt } = useAttempt()
  /** Accepting needs no words and can be undone by passing on: one press does it. */
  const accept = () =>
    attempt(async () => {
      try {
        await send(file, mint<CommandId>(), { do: 'accept' })
        void message.success(t('done.accept'))
      } catch (error) {
        await reload(file.row.matter.id).catch(() => undefined) // somebody else may have been quicker: show it
        throw error
      }
    })
  const allowed = offered.filter((action) => !why(action))
  const { seenBy, policeToldAt } = file.row.matter
  const lead = (seenBy && !policeToldAt ? (['tellPolice', ...leading] as const) : leading).find((action) => allowed.includes(action))
  const denied = new Map<string, Action[]>()
  for (const action of offered) {
    const refusal = why(action)
    if (!refusal || isMoot(action, file.row.matter)) continue
    const { action: _action, ...facts } = refusal.facts
    const words = sayHere({ ...refusal, facts: { ...facts, action } }, { holder: file.row.holderName })
    const key =
      refusal.refused === 'matter.wrong_status' ? t('desk:file.wrongStatus', { status: t(`statuses.${file.row.matter.status}`) }) : words
    denied.set(key, [...(denied.get(key) ?? []), action])
  }

  return (
    <div className="actions">
      {allowed.length === 0 && <p className="soft">{t('desk:file.nothing')}</p>}
      <div className="actions-allowed">
        {allowed.map((action) => (
          <Button
            key={action}
            type={action === lead ? 'primary' : 'default'}
            loading={action === 'accept' && isBusy}
            // What is opened before the answer is here would be about the matter as it was.
            disabled={action !== 'accept' && isBusy}
            onClick={() => (action === 'accept' ? void accept() : onOpen(action))}
          >
            {t(`actions.${action}`)}
          </Button>
        ))}
        {!isShort && <Mediate file={file} />}
      </div>
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal, { holder: file.row.holderName })}</p>}</div>
      {!isShort && <Denied of={[...denied]} nameOf={(action) => t(`actions.${action}`)} />}
      {open && <ActionDialog key={open} action={open} file={file} onClose={() => onOpen(undefined)} />}
    </div>
  )
}
