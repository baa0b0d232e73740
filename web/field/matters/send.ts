/** Sending a command from a screen: through the outbox always, and told in words what became of it. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { MatterRow } from '#modules/matters/reply.ts'
import type { Command } from '#modules/matters/wire.ts'
import { sendCommand } from '#web/client/outbox.ts'
import { say } from '#web/ui/say.ts'
import { seatWords } from '#web/ui/seat.ts'
import { tell } from '../notice.tsx'

/** Why something waits on the phone, and when it will go. */
export const keptWords = ({ refused }: Refusal): string =>
  i18next.t(`field:kept.${refused === 'offline' || refused === 'not_signed_in' ? refused : 'later'}`)

/** Resolves with the refusal, if the server gave one: then it also stands in the outbox until the person decides. */
export function useSend({ matter, categoryName, placeName, holderName }: MatterRow) {
  const { t } = useTranslation(['matters', 'field'])
  return async (command: Command): Promise<Refusal | undefined> => {
    const about = t('field:outbox.about', { action: t(`actions.${command.do}`), category: categoryName, place: placeName })
    const sent = await sendCommand(matter.id, matter.version, command, about)
    if (sent.state === 'refused') {
      tell(say(sent.refusal, { holder: seatWords({ role: matter.holderRole, department: matter.holderDepartment }, holderName) }))
      return sent.refusal
    }
    tell(sent.state === 'sent' ? t(`done.${command.do}`) : keptWords(sent.why))
    return undefined
  }
}
