/** Sending a command from a screen: through the outbox always, and told in words what became of it. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { Filed, MatterRow } from '#modules/matters/reply.ts'
import type { Command } from '#modules/matters/wire.ts'
import type { Actor } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { sendCommand } from '#web/client/outbox.ts'
import { say } from '#web/ui/say.ts'
import { seatWords } from '#web/ui/seat.ts'
import { tell } from '../notice.tsx'

/** Why something waits on the phone, and when it will go. */
export const keptWords = ({ refused }: Refusal): string =>
  i18next.t(`field:kept.${refused === 'offline' || refused === 'not_signed_in' ? refused : 'later'}`)

/** Whether somebody will find on this app what they have just reported: on a restricted path only named roles do. */
export const isInSight = ({ seenBy, place }: Matter, { posts }: Actor): boolean =>
  seenBy === null || posts.some((post) => seenBy.includes(post.role) && covers(post.place, place))

/** "已按受限渠道直接交给包村民警……编号 …": what became of a report that its reporter does not see again. */
export const givenOnWords = ({ matter, number }: Filed): string =>
  i18next.t('field:report.givenOn', { to: i18next.t(`people:roles.${matter.holderRole}`), number })

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
