/** One category's rules, changed. What was promised before stays as it was promised. */
import { App, Checkbox, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Category, ladderRoles, type Rung } from '#modules/categories/category.ts'
import { CategoryChange } from '#modules/categories/wire.ts'
import type { Limit } from '#modules/kernel/calendar.ts'
import type { Role } from '#modules/people/role.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { nameIn, useCatalogue } from '../matters/catalogue.ts'
import { rungsOf } from './category-table.tsx'
import { LengthField } from './length-field.tsx'

const begun = (category: Category): CategoryChange => {
  const { department, isPublic, isEmergency, isRestricted, ladder, limits, nearMetres, nearDays } = category
  return { department, isPublic, isEmergency, isRestricted, ladder: [...ladder] as CategoryChange['ladder'], limits, nearMetres, nearDays }
}

export function CategoryDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'people'])
  const { message } = App.useApp()
  const [draft, setDraft] = useState(() => begun(category))
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const change = (part: Partial<CategoryChange>) => setDraft((now) => ({ ...now, ...part }))
  const save = () => {
    const wrong = troubleIn(draft)
    setTrouble(wrong && t(`rules.trouble.${wrong}`))
    if (wrong) return
    void attempt(async () => {
      await put(`/catalogue/categories/${category.code}`, draft)
      await cache.invalidateQueries({ queryKey: ['catalogue'] })
      void cache.invalidateQueries({ queryKey: ['matters'] })
      void message.success(t('rules.saved', { name: nameIn(category) }))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('rules.changeOf', { name: nameIn(category) })}
      send={t('rules.save')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      isWide
      refusal={refusal}
      trouble={trouble}
    >
      <Who draft={draft} onChange={change} />
      <fieldset className="field">
        <legend>{t('rules.ladder')}</legend>
        <p className="soft">{t('rules.ladderHow')}</p>
        <Checkbox.Group
          value={draft.ladder}
          options={ladderRoles.map((value) => ({ value, label: t(`people:roles.${value}`) }))}
          onChange={(chosen) => change({ ladder: ladderRoles.filter((role) => (chosen as Role[]).includes(role)) })}
        />
      </fieldset>
      <Limits draft={draft} onChange={change} />
      <Near draft={draft} onChange={change} />
      <p className="soft">{t('rules.fromNow')}</p>
    </Dialog>
  )
}

/** What the server would refuse, said before it is asked. */
function troubleIn(draft: CategoryChange): 'ladder' | 'order' | 'short' | 'other' | undefined {
  if (draft.ladder.length === 0) return 'ladder'
  for (const rung of rungsOf(draft)) {
    const { accept, settle } = draft.limits[rung]
    if (accept.minutes < 10 || settle.minutes < 10) return 'short'
    if (accept.runs === settle.runs && accept.minutes > settle.minutes) return 'order'
  }
  return CategoryChange.safeParse(draft).success ? undefined : 'other'
}

type Props = { readonly draft: CategoryChange; readonly onChange: (part: Partial<CategoryChange>) => void }

function Who({ draft, onChange }: Props) {
  const { t } = useTranslation('desk')
  const { data } = useCatalogue()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('rules.department')}</label>
        <Select
          id={id}
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.department}
          options={data?.departments.map((each) => ({ value: each.code, label: nameIn(each) })) ?? []}
          onChange={(department) => onChange({ department })}
        />
      </div>
      <fieldset className="field">
        <legend>{t('rules.marks')}</legend>
        <Mark name="isPublic" isOn={draft.isPublic} isOff={draft.isRestricted} onChange={(isPublic) => onChange({ isPublic })} />
        <Mark name="isEmergency" isOn={draft.isEmergency} onChange={(isEmergency) => onChange({ isEmergency })} />
        <Mark
          name="isRestricted"
          isOn={draft.isRestricted}
          onChange={(isRestricted) => onChange({ isRestricted, ...(isRestricted && { isPublic: false }) })}
        />
      </fieldset>
    </>
  )
}

type MarkProps = { name: 'isPublic' | 'isEmergency' | 'isRestricted'; isOn: boolean; isOff?: boolean; onChange: (isOn: boolean) => void }

function Mark({ name, isOn, isOff = false, onChange }: MarkProps) {
  const { t } = useTranslation('desk')
  return (
    <Checkbox checked={isOn} disabled={isOff} onChange={(event) => onChange(event.target.checked)}>
      <span className="option">
        {t(`rules.${name}`)}
        <small className="soft">{t(`rules.${name}Words`)}</small>
      </span>
    </Checkbox>
  )
}

function Limits({ draft, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const used = rungsOf(draft)
  const set = (rung: Rung, what: 'accept' | 'settle', limit: Limit) =>
    onChange({ limits: { ...draft.limits, [rung]: { ...draft.limits[rung], [what]: limit } } })
  return (
    <fieldset className="field">
      <legend>{t('rules.limits')}</legend>
      <p className="soft">{t('rules.limitsHow')}</p>
      <div className="limits">
        {used.map((rung) => (
          <fieldset key={rung} className="limit">
            <legend>{t(`matters:rungs.${rung}`)}</legend>
            {(['accept', 'settle'] as const).map((what) => (
              <LengthField
                key={what}
                name={t(`matters:clocks.${what}`)}
                label={t('rules.limitOf', { rung: t(`matters:rungs.${rung}`), what: t(`matters:clocks.${what}`) })}
                value={draft.limits[rung][what]}
                onChange={(limit) => set(rung, what, limit)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}

function Near({ draft, onChange }: Props) {
  const { t } = useTranslation('desk')
  const [metres, days] = [useId(), useId()]
  return (
    <fieldset className="field">
      <legend>{t('rules.duplicates')}</legend>
      <p className="soft">{t('rules.nearHow')}</p>
      <div className="inline">
        <label htmlFor={metres}>{t('rules.nearMetres')}</label>
        <InputNumber
          id={metres}
          min={0}
          max={5000}
          precision={0}
          value={draft.nearMetres}
          onChange={(value) => onChange({ nearMetres: value ?? 0 })}
        />
        <label htmlFor={days}>{t('rules.nearDays')}</label>
        <InputNumber
          id={days}
          min={0}
          max={365}
          precision={0}
          value={draft.nearDays}
          onChange={(value) => onChange({ nearDays: value ?? 0 })}
        />
      </div>
    </fieldset>
  )
}
