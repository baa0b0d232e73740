/** Sending a command on a dispute: through the outbox always, and told in words what became of it. */
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Speech } from '#modules/disputes/telling.ts'
import type { Command } from '#modules/disputes/wire.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { sendDisputeCommand, takeBack } from '#web/client/outbox.ts'
import type { Form } from '#web/client/outbox-rules.ts'
import { keptWords } from '../matters/send.ts'
import { tell } from '../notice.tsx'
import { sayOf } from './names.ts'

/** Resolves with the refusal, if the server gave one at once: the form is still there to be corrected, so it waits nowhere else. */
export function useSendDispute({ dispute, number }: DisputeFile, speech: Speech) {
  const { t } = useTranslation(['disputes', 'field'])
  return async (command: Command, form: Form): Promise<Refusal | undefined> => {
    // The list of what waits is seen by whoever holds the phone: it names the file, and nobody in it.
    const about = t('field.about', { action: t(`actions.${command.do}`), number: number || t('field.unnumbered') })
    const sent = await sendDisputeCommand(dispute.id, command, about, form)
    if (sent.state === 'refused') {
      await takeBack(sent.id)
      tell(sayOf(sent.refusal, speech))
      return sent.refusal
    }
    tell(sent.state === 'sent' ? t('field.done', { action: t(`actions.${command.do}`) }) : keptWords(sent.why))
    return undefined
  }
}
