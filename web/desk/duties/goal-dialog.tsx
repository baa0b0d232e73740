/** Another goal for a place and everything in it, from a day on. */
import { App, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '#modules/duties/duty.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { DayField } from '../fields.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { PlaceSelect } from '../places/place-select.tsx'

export function GoalDialog({ duties, onClose }: { duties: readonly Duty[]; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const ids = [useId(), useId(), useId()] as const
  const needs = duties.flatMap((duty) => duty.needs.map((need) => ({ value: `${duty.code} ${need.kind}`, duty, need })))
  const [chosen, setChosen] = useState(needs[0]?.value)
  const [place, setPlace] = useState<string>()
  const today = dayOf(useNow())
  const [from, setFrom] = useState<Day | ''>(today)
  const [atLeast, setAtLeast] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const which = needs.find(({ value }) => value === chosen)
  const send = () => {
    const missing = !place ? 'place' : atLeast === null ? 'atLeast' : !from ? 'from' : undefined
    setTrouble(missing && t(`desk.settings.trouble.${missing}`))
    if (missing || !which) return
    void attempt(async () => {
      await put('/duties/goals', { duty: which.duty.code, need: which.need.kind, place, atLeast, from })
      await cache.invalidateQueries({ queryKey: ['duties'] })
      void message.success(t('desk.settings.saved'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('desk.settings.addGoal')}
      send={t('desk.settings.save')}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <div className="field">
        <label htmlFor={ids[0]}>{t('desk.settings.heads.place')}</label>
        <PlaceSelect
          id={ids[0]}
          label={t('desk.settings.heads.place')}
          placeholder={t('desk.settings.choosePlace')}
          value={place}
          onChange={setPlace}
        />
      </div>
      <div className="field">
        <label htmlFor={ids[1]}>{t('desk.settings.heads.name')}</label>
        <Select
          id={ids[1]}
          className="wide"
          value={chosen ?? null}
          options={needs.map(({ value, duty, need }) => ({
            value,
            label: t('desk.settings.goalOf', { duty: nameIn(duty), need: t(`evidence.${need.kind}`) }),
          }))}
          onChange={(next) => setChosen(next ?? undefined)}
        />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={ids[2]}>{t('desk.settings.atLeast')}</label>
          <InputNumber id={ids[2]} min={0} max={1000} precision={0} value={atLeast} onChange={setAtLeast} />
          {which && <p className="soft">{t('desk.settings.usual', { count: which.need.atLeast })}</p>}
        </div>
        <DayField name={t('desk.settings.heads.from')} value={from} note={t('desk.settings.fromWords')} onChange={setFrom} />
      </div>
    </Dialog>
  )
}
