/** 申请: what for, its measure, and who will decide it by when. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#modules/kernel/calendar.ts'
import { type ApplicationKind, applicationKinds, daysAtMost, holderOf } from '#modules/matters/matter.ts'
import { decideBy } from '#modules/matters/rules/clock.ts'
import { rungOf, seatDeciding } from '#modules/matters/rules/ladder.ts'
import { dayInWords, inWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import type { FieldsProps } from './action-fields.tsx'
import { CategoryField } from './category-field.tsx'
import { Choice, Offers } from './choice.tsx'
import { filledSeat, seatsOf } from './foreseen.ts'
import { useSeatName } from './matter-page.tsx'

/** What can only be asked for once somebody has accepted it. */
const afterAccepting: readonly ApplicationKind[] = ['extension', 'suspension']

export function WishFields(props: FieldsProps) {
  const { matter, filled, onChange } = props
  const { t } = useTranslation(['field', 'matters'])
  const isAccepted = matter.status === 'working'
  const kinds = applicationKinds.filter((kind) => isAccepted || !afterAccepting.includes(kind))
  return (
    <>
      <Choice
        name={t('act.apply.wish')}
        options={kinds.map((kind) => ({ key: kind, words: t(`matters:applications.${kind}`), note: t(`act.apply.kinds.${kind}`) }))}
        chosen={filled.wish}
        onChoose={(wish) => onChange({ wish: wish as ApplicationKind })}
      />
      {!isAccepted && <p className="soft">{t('act.apply.acceptFirst')}</p>}
      {filled.wish === 'extension' && <Days {...props} />}
      {filled.wish === 'suspension' && <Until {...props} />}
      {filled.wish === 'reclassification' && <NewCategory {...props} />}
      {filled.wish && <Decider {...props} />}
    </>
  )
}

const someDays = ['1', '2', '3', '5', '10']

function Days({ matter, file, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('field')
  const { runs } = file.around.category.limits[rungOf(holderOf(matter))].settle
  return (
    <div className="field">
      <label className="field">
        <span className="field-name">{t(runs === 'working' ? 'act.apply.days' : 'act.apply.plainDays')}</span>
        <input
          className="input"
          inputMode="numeric"
          value={filled.days}
          maxLength={2}
          onChange={(event) => onChange({ days: event.target.value.replace(/\D/g, '') })}
        />
      </label>
      <Offers
        options={someDays.map((key) => ({ key, words: t('act.apply.someDays', { count: Number(key) }) }))}
        chosen={filled.days}
        onChoose={(days) => onChange({ days })}
      />
      <small className="soft">{t('act.apply.daysMost', { most: daysAtMost.extension })}</small>
    </div>
  )
}

const aDay = 86_400_000
const inDays = (now: string, days: number) => dayOf(new Date(Date.parse(now) + days * aDay).toISOString())

function Until({ filled, onChange }: FieldsProps) {
  const { t } = useTranslation('field')
  const now = new Date().toISOString()
  return (
    <div className="field">
      <label className="field">
        <span className="field-name">{t('act.apply.until')}</span>
        <input
          className="input"
          type="date"
          min={inDays(now, 1)}
          max={inDays(now, daysAtMost.suspension)}
          value={filled.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </label>
      <Offers
        options={[7, 30, 90].map((days) => ({ key: inDays(now, days), words: dayInWords(inDays(now, days), now, languageNow()) }))}
        chosen={filled.until}
        onChoose={(until) => onChange({ until })}
      />
      <small className="soft">{t('act.apply.untilMost', { most: daysAtMost.suspension })}</small>
    </div>
  )
}

function NewCategory({ filled, onChange }: FieldsProps) {
  const [kind, setKind] = useState(filled.category.slice(0, 2))
  return (
    <CategoryField
      name="act.apply.category"
      kind={kind}
      category={filled.category}
      onChange={(part) => {
        if (part.kind !== undefined) setKind(part.kind)
        onChange({ category: part.category ?? '' })
      }}
    />
  )
}

function Decider({ matter, file }: FieldsProps) {
  const { t } = useTranslation('field')
  const nameOf = useSeatName()
  const { category, local, filled } = file.around
  const at = new Date().toISOString()
  const decider = seatDeciding(holderOf(matter), matter.place, category, seatsOf(filled))
  const seat = filledSeat(file, decider)
  if (!seat) return null
  const by = inWords(decideBy(matter, { at, category, local }), at, languageNow())
  return <p>{t('act.apply.decides', { who: nameOf(seat), by })}</p>
}
