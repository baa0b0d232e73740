/** The small form of an action: what it needs and no more. What is typed is kept as a draft until it is sent or let go. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { begun, commandOf, type Filled, missing } from '#modules/matters/form.ts'
import type { Action, Matter } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { decide, whyNot } from '#modules/matters/rules/procedure.ts'
import { useDraft } from '#web/client/draft.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Sheet } from '../sheet.tsx'
import { ActionFields } from './action-fields.tsx'
import { type Foreseen, surroundingsOf } from './foreseen.ts'
import { useCatalogue } from './queue.ts'
import { useSend } from './send.ts'

/** A form left lying about an application or order that is no longer there is about the one that is. */
const about = (filled: Filled, matter: Matter): Filled => ({
  ...filled,
  application: matter.application?.id ?? null,
  answered: matter.orders.some(({ id }) => id === filled.answered) ? filled.answered : (matter.orders[0]?.id ?? null),
})

type Props = { action: Action; file: MatterFile; seen: Foreseen; onClose: () => void }

export function ActionSheet({ action, file, seen: { matter, holderName }, onClose }: Props) {
  const { t } = useTranslation(['field', 'matters'])
  const actor = useActor()
  const categories = useCatalogue().data?.categories ?? []
  const { value: kept, change, clear, isReady } = useDraft<Filled>(`${matter.id}/${action}`, () => begun(matter))
  const value = about(kept, matter)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isComing = usePhotosComing()
  const send = useSend({ ...file.row, matter })
  const at = new Date().toISOString()
  const why = whyNot(matter, action, { as: 'staff', actor }, { at, reopenDays: file.around.reopenDays })

  const act = async () => {
    const empty = missing(action, value)
    if (empty) return setTrouble(t('act.missing', { field: t(`act.${action}.${empty}`) }))
    const command = commandOf(action, value)
    if (!command) return
    const answer = decide(matter, command, { as: 'staff', actor }, surroundingsOf(file, new Date().toISOString(), matter, categories))
    if (isRefusal(answer)) return setTrouble(say(answer, { holder: holderName }))
    setBusy(true)
    setTrouble(undefined)
    const refusal = await send(command)
    setBusy(false)
    if (refusal) return setTrouble(say(refusal, { holder: holderName }))
    await clear()
    onClose()
  }

  return (
    <Sheet title={t(`matters:actions.${action}`)} onClose={onClose}>
      {why ? (
        <p className="warning">{say(why, { holder: holderName })}</p>
      ) : (
        <div className="form">
          {isReady && <ActionFields action={action} file={file} matter={matter} filled={value} onChange={change} categories={categories} />}
          <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
          <Act kind="primary" isBlock isBusy={isBusy} why={isComing ? refuse('photo.coming') : undefined} onAct={() => void act()}>
            {t(isBusy ? 'act.sending' : `act.${action}.send`)}
          </Act>
        </div>
      )}
    </Sheet>
  )
}
