/** The small form of an action: what it needs and no more. What is typed is kept as a draft until it is sent or let go. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import type { Action } from '#modules/matters/matter.ts'
import { decide, whyNot } from '#modules/matters/procedure.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Role } from '#modules/people/role.ts'
import { useDraft } from '#web/client/draft.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Sheet } from '../sheet.tsx'
import { ActionFields } from './action-fields.tsx'
import { type Foreseen, surroundingsOf } from './foreseen.ts'
import { useSend } from './send.ts'

/** Everything any action's form can hold. */
export type Filled = {
  readonly words: string
  readonly channel: string
  readonly photos: readonly string[]
  readonly seat: string
  readonly department: string
  readonly isPublic: boolean
}

const blank = (): Filled => ({ words: '', channel: '', photos: [], seat: '', department: '', isPublic: false })

/** The first field that is still empty, by its name in the catalogue. */
function missing(action: Action, { words, channel, seat, department }: Filled): string | undefined {
  if (action === 'verify' || action === 'withdraw') return undefined
  if (action === 'handDown' && !seat) return 'seat'
  if (action === 'handOver' && !department) return 'department'
  if (!words.trim()) return 'words'
  return action === 'refuse' && !channel.trim() ? 'channel' : undefined
}

export function commandOf(action: Action, filled: Filled): Command | undefined {
  const words = filled.words.trim()
  const photos = filled.photos.length > 0 ? { photos: [...filled.photos] as PhotoId[] } : {}
  const [role = '', place = ''] = filled.seat.split('@')
  switch (action) {
    case 'settle':
      return { do: action, outcome: words, ...photos }
    case 'passUp':
    case 'reopen':
      return { do: action, reason: words, ...photos }
    case 'handDown':
      return { do: action, role: role as Role, place: place as PlaceCode, words }
    case 'handOver':
      return { do: action, department: filled.department, words }
    case 'refuse':
      return { do: action, reason: words, channel: filled.channel.trim() }
    case 'comment':
      return { do: action, words, isPublic: filled.isPublic, ...photos }
    case 'withdraw':
      return { do: action, ...(words ? { reason: words } : {}) }
    case 'accept':
    case 'verify':
      return { do: action }
    default:
      return undefined
  }
}

type Props = { action: Action; file: MatterFile; seen: Foreseen; onClose: () => void }

export function ActionSheet({ action, file, seen: { matter, holderName }, onClose }: Props) {
  const { t } = useTranslation(['field', 'matters'])
  const actor = useActor()
  const { value, change, clear, isReady } = useDraft<Filled>(`${matter.id}/${action}`, blank)
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
    const answer = decide(matter, command, { as: 'staff', actor }, surroundingsOf(file, at))
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
          {isReady && <ActionFields action={action} file={file} matter={matter} filled={value} onChange={change} />}
          <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
          <Act kind="primary" isBlock isBusy={isBusy} why={isComing ? refuse('photo.coming') : undefined} onAct={() => void act()}>
            {t(isBusy ? 'act.sending' : `act.${action}.send`)}
          </Act>
        </div>
      )}
    </Sheet>
  )
}
