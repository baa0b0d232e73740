/** What may be done now, by the same rules that the server asks; and what may not, with the reason. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#modules/kernel/ids.ts'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { whyNot } from '#modules/matters/rules/procedure.ts'
import { mint } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../../attempt.ts'
import { sayHere } from '../../trouble.tsx'
import { ActionDialog } from './action-dialog.tsx'
import { asStaff, useReload, useSend } from './file.ts'

/** In the order of the work; the first allowed of `leading` is the one thing to do next. */
const offered: readonly Action[] = ['accept', 'settle', 'verify', 'passUp', 'handDown', 'handOver', 'reopen', 'refuse', 'comment']
const leading: readonly Action[] = ['accept', 'settle', 'verify']

type Props = { readonly file: MatterFile; readonly first?: Action | undefined; readonly isShort?: boolean; readonly onClosed?: () => void }

export function Actions({ file, first, isShort = false, onClosed }: Props) {
  const { t } = useTranslation(['matters', 'desk'])
  const asker = asStaff(useActor())
  const at = useNow()
  const why = (action: Action) => whyNot(file.row.matter, action, asker, { at, reopenDays: file.around.reopenDays })
  const [open, setOpen] = useState<Action | undefined>(() => (first && !why(first) ? first : undefined))
  const close = () => {
    setOpen(undefined)
    onClosed?.()
  }
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
  const lead = leading.find((action) => allowed.includes(action))
  const denied = new Map<string, Action[]>()
  for (const action of offered) {
    const refusal = why(action)
    if (!refusal) continue
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
            onClick={() => (action === 'accept' ? void accept() : setOpen(action))}
          >
            {t(`actions.${action}`)}
          </Button>
        ))}
      </div>
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal, { holder: file.row.holderName })}</p>}</div>
      {!isShort && denied.size > 0 && (
        <details className="denied">
          <summary>{t('desk:file.denied')}</summary>
          <ul>
            {[...denied].map(([words, which]) => (
              <li key={words}>
                <strong>{which.map((action) => t(`actions.${action}`)).join(t('app:comma'))}</strong>
                <span>{words}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && <ActionDialog key={open} action={open} file={file} onClose={close} />}
    </div>
  )
}
