/** Sending what was done in a village: through the outbox always, and told in words what became of it. */
import { useTranslation } from 'react-i18next'
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { Command } from '#modules/beats/wire.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { sendBeatCommand, sendBeatPaper } from '#web/client/beats-outbox.ts'
import { type Sent, takeBack, useOutbox } from '#web/client/outbox.ts'
import type { Form } from '#web/client/outbox-rules.ts'
import { say } from '#web/ui/say.ts'
import { keptWords } from '../matters/send.ts'
import { tell } from '../notice.tsx'

/** Says it; resolves with the refusal, if there was one at once: the form is still there, so it waits nowhere else. */
async function told(sent: Sent, done: string): Promise<Refusal | undefined> {
  if (sent.state === 'refused') {
    await takeBack(sent.id)
    tell(say(sent.refusal))
    return sent.refusal
  }
  tell(sent.state === 'sent' ? done : keptWords(sent.why))
  return undefined
}

/** The list of what waits is seen by whoever holds the phone: it names the kind and the village, and nobody's door. */
export function useSendRecord() {
  const { t } = useTranslation('beats')
  return async (id: string, command: Command, about: { kind: BeatRecord['facts']['kind']; village: string }, form?: Form) => {
    const words = t(`field.about.${command.do}`, { kind: t(`kinds.${about.kind}`), village: about.village })
    const sent = await sendBeatCommand(id, command, words, form ? { form } : {})
    return told(sent, t(`field.done.${command.do}`))
  }
}

type Paper = 'bulletin' | 'clue' | 'group' | 'facility'

/** A bulletin or clue goes once; a group or facility is kept as it is today. */
export function useSendPaper(paper: Paper) {
  const { t } = useTranslation('beats')
  return async (body: { readonly id: string }, village: string, form?: Form) => {
    const { id, ...facts } = body
    const about = t('field.about.file', { kind: t(`kinds.${paper}`), village })
    const more = form ? { form } : {}
    const sent =
      paper === 'bulletin' || paper === 'clue'
        ? await sendBeatPaper(paper === 'bulletin' ? '/bulletins' : '/clues', id, body, about, more)
        : await sendBeatPaper(`/${paper === 'group' ? 'groups' : 'facilities'}/${id}`, id, paper === 'group' ? body : facts, about, {
            ...{ method: 'PUT', ...more },
          })
    return told(sent, t(`field.done.${paper}`))
  }
}

/** A bulletin is taken back; a group or facility is no more. */
export function useSendEnd(paper: 'bulletin' | 'group' | 'facility') {
  const { t } = useTranslation('beats')
  return async (id: string, village: string) => {
    const about = t(`field.about.end.${paper}`, { village })
    const sent =
      paper === 'bulletin'
        ? await sendBeatPaper(`/bulletins/${id}/withdraw`, id, {}, about)
        : await sendBeatPaper(`/${paper === 'group' ? 'groups' : 'facilities'}/${id}`, id, {}, about, { method: 'DELETE' })
    return told(sent, t(`field.done.end.${paper}`))
  }
}

/** Whether something about it waits on this phone. */
export function useWaiting(): (id: string) => boolean {
  const entries = useOutbox()
  return (id) => entries.some(({ subject, state }) => subject.of === 'beats' && subject.id === id && state !== 'refused')
}
