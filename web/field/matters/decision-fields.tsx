/** What is decided: who applies for what, and why; and for whoever agrees, what follows. */
import { useTranslation } from 'react-i18next'
import { dayOf } from '#modules/kernel/calendar.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Consequence } from '#modules/matters/rules/event.ts'
import { decide } from '#modules/matters/rules/procedure.ts'
import { useActor } from '#web/client/session.ts'
import { dayInWords, inWords } from '#web/ui/instants.ts'
import { say } from '#web/ui/say.ts'
import { languageNow } from '#web/ui/words.ts'
import type { FieldsProps } from './action-fields.tsx'
import { useCategoryName } from './category-name.ts'
import { filledSeat, surroundingsOf } from './foreseen.ts'
import { useSeatName } from './matter-page.tsx'
import { useWishWords } from './wish-words.ts'

export function Decision({ action, matter, file, categories }: FieldsProps) {
  const { t } = useTranslation('field')
  const wishWords = useWishWords()
  const { application } = matter
  if (!application) return null
  const by = file.events.find(({ version }) => version === application.id)?.byName
  return (
    <div className="told">
      <p>
        <strong>{wishWords(application)}</strong>
      </p>
      <p>{t(by ? 'act.decision.saysWho' : 'act.decision.says', { name: by, reason: application.reason })}</p>
      {action === 'grant' && <Then matter={matter} file={file} categories={categories} />}
      {action === 'decline' && <p className="soft">{t('act.decline.explained')}</p>}
    </div>
  )
}

/** The consequence, by the rules that the server will run. */
function Then({ matter, file, categories }: Pick<FieldsProps, 'matter' | 'file' | 'categories'>) {
  const { t } = useTranslation('field')
  const actor = useActor()
  const nameOf = useSeatName()
  const category = useCategoryName()
  const now = new Date().toISOString()
  const application = matter.application?.id ?? 0
  const event = decide(matter, { do: 'grant', application }, { as: 'staff', actor }, surroundingsOf(file, now, matter, categories))
  if (isRefusal(event)) return <p className="warning">{say(event)}</p>
  if (event.type !== 'granted') return null
  const { consequence } = event
  const to = 'to' in consequence ? filledSeat(file, consequence.to) : undefined
  return (
    <p>
      {t(`act.grant.then.${consequence.kind}`, {
        ...timesOf(consequence, now),
        category: 'category' in consequence ? category(consequence.category) : '',
        to: to ? nameOf(to) : t('act.grant.somebody'),
      })}
    </p>
  )
}

const timesOf = (consequence: Consequence, now: string) => ({
  settleBy: 'settleBy' in consequence ? inWords(consequence.settleBy, now, languageNow()) : '',
  until: 'pause' in consequence ? dayInWords(dayOf(consequence.pause.until), now, languageNow()) : '',
})
