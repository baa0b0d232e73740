/** Orders from above: what kind and by when; and their answer, about one of those that wait. */
import { useTranslation } from 'react-i18next'
import { dayOf, dueAfter, workingDay } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import type { Filled } from '#modules/matters/form.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { inWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import { OneOf, TimeField } from '../../fields.tsx'

type Props = { readonly file: MatterFile; readonly filled: Filled; readonly onChange: (part: Partial<Filled>) => void }

const aDay = 86_400_000

/** 18:00 of today or a later day, in the county's time. */
const evening = (now: Instant, later: number): Instant => new Date(Date.parse(`${dayOf(now)}T18:00:00+08:00`) + later * aDay).toISOString()

export function OrderFields({ file, filled, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const now = useNow()
  const offers = [
    { words: t('act.order.today'), at: evening(now, 0) },
    { words: t('act.order.tomorrow'), at: evening(now, 1) },
    {
      words: t('act.order.threeDays'),
      at: dueAfter(`${now.slice(0, 17)}00.000Z`, { minutes: 3 * workingDay, runs: 'working' }, file.around.local),
    },
  ].filter(({ at }) => at > now)
  return (
    <>
      <OneOf
        name={t('act.order.kind')}
        value={filled.order}
        isStacked
        options={(['supervise', 'urge'] as const).map((value) => ({
          value,
          label: (
            <span className="option">
              {t(`act.order.kinds.${value}`)}
              <small className="soft">{t(`act.order.explained.${value}`)}</small>
            </span>
          ),
        }))}
        onChange={(order) => onChange({ order })}
      />
      <TimeField
        name={t('act.order.dueBy')}
        value={filled.dueBy}
        offers={offers}
        note={filled.dueBy && t('act.order.by', { at: inWords(filled.dueBy, now, languageNow()) })}
        onChange={(dueBy) => onChange({ dueBy })}
      />
    </>
  )
}

/** The order that is answered, in whole; a choice where several wait. */
export function AnsweredOrder({ file, filled, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const now = useNow()
  const { orders } = file.row.matter
  if (orders.length > 1)
    return (
      <OneOf
        name={t('act.answer.answered')}
        value={String(filled.answered ?? '')}
        isStacked
        options={orders.map(({ id, kind, words, dueBy }) => ({
          value: String(id),
          label: (
            <span className="option">
              {t(`act.order.kinds.${kind}`)}
              {t('colon')}
              {words}
              <small className="soft">{t('act.order.by', { at: inWords(dueBy, now, languageNow()) })}</small>
            </span>
          ),
        }))}
        onChange={(id) => onChange({ answered: Number(id) })}
      />
    )
  const [order] = orders
  if (!order) return null
  return (
    <section className="quoted">
      <h3>{t(`act.order.kinds.${order.kind}`)}</h3>
      <p className="said">{order.words}</p>
      <p className="soft">{t('act.order.by', { at: inWords(order.dueBy, now, languageNow()) })}</p>
    </section>
  )
}
