/** What one applies for, and what would follow if it is granted: the same rules say it to who asks and to who decides. */
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Filled } from '#modules/matters/form.ts'
import { type Application, applicationKinds, daysAtMost, holderOf } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { applied, consequenceOf } from '#modules/matters/rules/applications.ts'
import { rungOf } from '#modules/matters/rules/ladder.ts'
import { wishWords } from '#modules/matters/telling.ts'
import type { Seat } from '#modules/people/actor.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { dayInWords, inWords } from '#web/ui/instants.ts'
import { seatWords } from '#web/ui/seat.ts'
import { speech } from '#web/ui/sentence.ts'
import { languageNow } from '#web/ui/words.ts'
import { OneOf } from '../../fields.tsx'
import { useCatalogue, useNames } from '../catalogue.ts'
import { CategoryChoice } from '../category-select.tsx'
import { nameOfSeat, surroundingsOf } from './file.ts'

type Props = { readonly file: MatterFile; readonly filled: Filled; readonly onChange: (part: Partial<Filled>) => void }

export function WishFields({ file, filled, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const { matter } = file.row
  return (
    <>
      <OneOf
        name={t('act.apply.wish')}
        value={filled.wish}
        isStacked
        options={applicationKinds.map((value) => ({
          value,
          label: (
            <span className="option">
              {t(`matters:applications.${value}`)}
              <small className="soft">{t(`act.apply.kinds.${value}`)}</small>
            </span>
          ),
          disabled: (value === 'extension' || value === 'suspension') && matter.status !== 'working',
        }))}
        onChange={(wish) => onChange({ wish })}
      />
      {matter.status !== 'working' && <p className="soft">{t('act.apply.acceptFirst')}</p>}
      {filled.wish === 'extension' && <Days file={file} value={filled.days} onChange={(days) => onChange({ days })} />}
      {filled.wish === 'suspension' && <Until value={filled.until} onChange={(until) => onChange({ until })} />}
      {filled.wish === 'reclassification' && <OtherCategory value={filled.category} onChange={(category) => onChange({ category })} />}
      <Foreseen file={file} filled={filled} />
    </>
  )
}

function Days({ file, value, onChange }: { file: MatterFile; value: string; onChange: (days: string) => void }) {
  const { t } = useTranslation('desk')
  const id = useId()
  const { runs } = file.around.category.limits[rungOf(holderOf(file.row.matter))].settle
  return (
    <div className="field">
      <label htmlFor={id}>{t(runs === 'working' ? 'act.apply.days' : 'act.apply.plainDays')}</label>
      <Input
        id={id}
        className="number-field"
        type="number"
        inputMode="numeric"
        min={1}
        max={daysAtMost.extension}
        value={value}
        onChange={(event) => onChange(daysTyped(event.target.value))}
      />
      <p className="soft">{t('act.apply.daysMost', { most: daysAtMost.extension })}</p>
    </div>
  )
}

/** A number of days that can be asked for; empty for none. */
const daysTyped = (typed: string): string => {
  const days = Math.min(daysAtMost.extension, Math.floor(Number(typed)))
  return days >= 1 ? String(days) : ''
}

const aDay = 86_400_000
const daysOn = (at: Instant, days: number): Day => dayOf(new Date(Date.parse(at) + days * aDay).toISOString())

function Until({ value, onChange }: { value: string; onChange: (until: Day) => void }) {
  const { t } = useTranslation('desk')
  const id = useId()
  const now = useNow()
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.apply.until')}</label>
      <Input
        id={id}
        type="date"
        className="time-field"
        min={daysOn(now, 1)}
        max={daysOn(now, daysAtMost.suspension)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="soft">{t('act.apply.untilMost', { most: daysAtMost.suspension })}</p>
    </div>
  )
}

function OtherCategory({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('desk')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.apply.category')}</label>
      <CategoryChoice id={id} label={t('act.apply.category')} placeholder={t('report.categoryHow')} value={value} onChange={onChange} />
    </div>
  )
}

/** Who will decide and by when, as soon as the wish is whole. */
function Foreseen({ file, filled }: { file: MatterFile; filled: Filled }) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const around = surroundingsOf(file, now)
  const { wish, days, until, category } = filled
  if (!wish) return null
  const answer = applied(
    file.row.matter,
    { do: 'apply', kind: wish, reason: '…', ...(days && { days: Number(days) }), ...(until && { until }), ...(category && { category }) },
    around,
  )
  if (isRefusal(answer)) return null
  const { decider, decideBy } = answer
  return (
    <div className="foreseen">
      <p>{t('act.apply.decides', { who: seatWords(decider, nameOfSeat(file, decider)), by: inWords(decideBy, now, languageNow()) })}</p>
      <IfGranted file={file} wish={{ ...answer, id: 0, by: '' as Application['by'], at: now }} />
    </div>
  )
}

/** What follows if it is granted now. */
export function IfGranted({ file, wish }: { file: MatterFile; wish: Application }) {
  const { t } = useTranslation('desk')
  const names = useNames()
  const now = useNow()
  const { data } = useCatalogue()
  const other = data?.categories.find(({ code }) => code === wish.category)
  const consequence = consequenceOf(file.row.matter, wish, wish.decider, { ...surroundingsOf(file, now), other })
  if (isRefusal(consequence)) return null
  const at = (instant: Instant) => inWords(instant, now, languageNow())
  const seat = (to: Seat) => seatWords(to, nameOfSeat(file, to))
  switch (consequence.kind) {
    case 'extension':
      return <p>{t('granted.extension', { settleBy: at(consequence.settleBy) })}</p>
    case 'suspension':
      return <p>{t('granted.suspension', { until: at(consequence.pause.until) })}</p>
    case 'reclassification':
      return (
        <p>
          {t('granted.reclassification', {
            category: names.category(consequence.category) ?? '',
            to: seat(consequence.to),
            acceptBy: at(consequence.acceptBy),
          })}
        </p>
      )
    case 'voiding':
      return <p>{t('granted.voiding')}</p>
    case 'notOurs':
      return <p>{t('granted.notOurs', { to: seat(consequence.to) })}</p>
  }
}

/** "延期 3 天", as somebody reads it who decides. */
export function useWishWords() {
  const names = useNames()
  const now = useNow()
  const said = speech({ category: (code) => names.category(code) ?? code, day: (on) => dayInWords(on, now, languageNow()) })
  return (wish: Application) => wishWords(wish, said)
}

/** The application that is decided, in whole: what is asked for, why, and what follows. */
export function Wish({ file, action }: { file: MatterFile; action: 'grant' | 'decline' | 'cancel' }) {
  const { t } = useTranslation(['desk', 'matters'])
  const words = useWishWords()
  const { application } = file.row.matter
  if (!application) return null
  return (
    <section className="quoted">
      <h3>{words(application)}</h3>
      <p className="said">{application.reason}</p>
      {action === 'grant' && <IfGranted file={file} wish={application} />}
      {action === 'decline' && <p>{t('act.decline.explained')}</p>}
    </section>
  )
}
