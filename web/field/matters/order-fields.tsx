/** 督办、催办: which, and by when it is to be answered; and for whoever answers, what was asked. */
import { useTranslation } from 'react-i18next'
import { dayOf, dueAfter, workingDay } from '#modules/kernel/calendar.ts'
import type { Order } from '#modules/matters/matter.ts'
import { instantOf, inWords, typedOf } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import type { FieldsProps } from './action-fields.tsx'
import { Choice, Offers } from './choice.tsx'

const aDay = 86_400_000
const evening = (at: number) => instantOf(`${dayOf(new Date(at).toISOString())}T18:00`)

export function OrderFields({ file, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('field')
  const now = new Date().toISOString()
  const offers = [
    { key: evening(Date.parse(now)), words: t('act.order.today') },
    { key: evening(Date.parse(now) + aDay), words: t('act.order.tomorrow') },
    {
      key: dueAfter(now.slice(0, 16).concat(':00.000Z'), { minutes: 3 * workingDay, runs: 'working' }, file.around.local),
      words: t('act.order.threeDays'),
    },
  ]
  return (
    <>
      <Choice
        name={t('act.order.kind')}
        options={(['supervise', 'urge'] as const).map((key) => ({
          key,
          words: t(`act.order.kinds.${key}`),
          note: t(`act.order.explained.${key}`),
        }))}
        chosen={filled.order}
        onChoose={(order) => onChange({ order: order as Order['kind'] })}
      />
      <div className="field">
        <label className="field">
          <span className="field-name">{t('act.order.dueBy')}</span>
          <input
            className="input"
            type="datetime-local"
            min={typedOf(now)}
            value={filled.dueBy ? typedOf(filled.dueBy) : ''}
            onChange={(event) => onChange({ dueBy: instantOf(event.target.value) })}
          />
        </label>
        <Offers options={offers.filter(({ key }) => key > now)} chosen={filled.dueBy} onChoose={(dueBy) => onChange({ dueBy })} />
      </div>
    </>
  )
}

/** With more than one open, which of them. */
export function Answered({ matter: { orders }, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('field')
  const now = new Date().toISOString()
  const said = ({ kind, words }: Order) => t('act.answer.said', { kind: t(`act.order.kinds.${kind}`), words })
  const by = ({ dueBy }: Order) => t('act.answer.by', { at: inWords(dueBy, now, languageNow()) })
  const [only] = orders
  if (orders.length === 1 && only)
    return (
      <div className="told">
        <p>
          <strong>{said(only)}</strong>
        </p>
        <p className="soft">{by(only)}</p>
      </div>
    )
  return (
    <Choice
      name={t('act.answer.answered')}
      options={orders.map((order) => ({ key: String(order.id), words: said(order), note: by(order) }))}
      chosen={String(filled.answered)}
      onChoose={(id) => onChange({ answered: Number(id) })}
    />
  )
}
