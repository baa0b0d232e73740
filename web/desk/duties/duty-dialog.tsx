/** One duty, changed or added. What is changed counts for every window that is looked at from then on. */
import { App, Button, Checkbox, InputNumber, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKinds, makers, type Need, windowKinds } from '#modules/duties/duty.ts'
import type { DutySettings } from '#modules/duties/wire.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { DayField, LineField, SomeOf } from '../fields.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { PlaceSelect } from '../places/place-select.tsx'
import type { Kept } from './settings-tab.tsx'

const blank = (today: string): DutySettings => ({
  ...{
    name: '',
    nameEn: '',
    needs: [{ kind: 'villageDay', atLeast: 1, onlyGood: false, distinct: false }],
    window: 'week',
    role: 'police_officer',
  },
  ...{ place: null, by: 'self', from: today, until: null, cutBy: ['holidays', 'leave'], source: '', isOn: true },
})

const begun = ({ code: _, ...settings }: Kept): DutySettings => ({
  ...settings,
  needs: settings.needs.map((need) => ({ ...need })),
  cutBy: [...settings.cutBy],
})

/** Letters only, as a duty's code is written; nobody has to think of one. */
const newCode = () =>
  `own_${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`

export function DutyDialog({ duty, onClose }: { duty: Kept | undefined; onClose: () => void }) {
  const { t } = useTranslation(['beats', 'people'])
  const { message } = App.useApp()
  const [code] = useState(() => duty?.code ?? newCode())
  const [draft, setDraft] = useState(() => (duty ? begun(duty) : blank(dayOf(new Date().toISOString()))))
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const change = (part: Partial<DutySettings>) => setDraft((now) => ({ ...now, ...part }))
  const save = () => {
    const missing = troubleIn(draft)
    setTrouble(missing && t(`desk.settings.trouble.${missing}`))
    if (missing) return
    void attempt(async () => {
      await put(`/duties/settings/${code}`, { ...draft, nameEn: draft.nameEn.trim() || draft.name })
      await cache.invalidateQueries({ queryKey: ['duties'] })
      void message.success(t('desk.settings.saved'))
      onClose()
    })
  }
  return (
    <Dialog
      isWide
      title={duty ? t('desk.settings.changeOf', { name: nameIn(duty) }) : t('desk.settings.add')}
      send={t('desk.settings.save')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <div className="pair">
        <LineField name={t('desk.settings.name')} value={draft.name} most={60} onChange={(name) => change({ name })} />
        <LineField name={t('desk.settings.nameEn')} value={draft.nameEn} most={100} isOptional onChange={(nameEn) => change({ nameEn })} />
      </div>
      <Needs draft={draft} onChange={(needs) => change({ needs })} />
      <div className="pair">
        <Field name={t('desk.settings.heads.window')}>
          {(id) => (
            <Select
              id={id}
              value={draft.window}
              options={windowKinds.map((value) => ({ value, label: t(`windows.${value}`) }))}
              onChange={(window) => change({ window })}
            />
          )}
        </Field>
        <Field name={t('desk.settings.heads.role')}>
          {(id) => (
            <Select
              id={id}
              value={draft.role}
              options={roleNames.map((value) => ({ value, label: t(`people:roles.${value}`) }))}
              onChange={(role) => change({ role })}
            />
          )}
        </Field>
      </div>
      <div className="pair">
        <Field name={t('desk.settings.where')}>
          {(id) => (
            <PlaceSelect
              id={id}
              label={t('desk.settings.where')}
              placeholder={t('desk.settings.everywhere')}
              value={draft.place ?? undefined}
              onChange={(place) => change({ place: (place as PlaceCode | undefined) ?? null })}
            />
          )}
        </Field>
        <Field name={t('desk.settings.byWho')}>
          {(id) => (
            <Select
              id={id}
              value={draft.by}
              options={makers.map((value) => ({ value, label: t(`desk.settings.by.${value}`) }))}
              onChange={(by) => change({ by })}
            />
          )}
        </Field>
      </div>
      <div className="pair">
        <DayField name={t('desk.settings.from')} value={draft.from} onChange={(from) => change({ from })} />
        <DayField
          name={t('desk.settings.until')}
          value={draft.until ?? ''}
          note={t('desk.settings.untilWords')}
          onChange={(until) => change({ until: until || null })}
        />
      </div>
      <SomeOf
        name={t('desk.settings.cutBy')}
        note={t('desk.settings.cutByWords')}
        value={draft.cutBy}
        options={(['holidays', 'leave'] as const).map((value) => ({ value, label: t(`desk.settings.cuts.${value}`) }))}
        onChange={(cutBy) => change({ cutBy: [...cutBy] })}
      />
      <LineField
        name={t('desk.settings.source')}
        note={t('desk.settings.sourceWords')}
        value={draft.source}
        most={200}
        isOptional
        onChange={(source) => change({ source })}
      />
      <Checkbox checked={draft.isOn} onChange={(event) => change({ isOn: event.target.checked })}>
        {t('desk.settings.isOn')}
      </Checkbox>
    </Dialog>
  )
}

function troubleIn({ name, from, until, needs }: DutySettings): 'name' | 'from' | 'until' | 'twice' | undefined {
  if (name.trim() === '') return 'name'
  if (!from) return 'from'
  if (until !== null && until < from) return 'until'
  return new Set(needs.map(({ kind }) => kind)).size < needs.length ? 'twice' : undefined
}

/** A label over antd's own field. */
function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  )
}

type NeedsProps = { readonly draft: DutySettings; readonly onChange: (needs: Need[]) => void }

function Needs({ draft: { needs }, onChange }: NeedsProps) {
  const { t } = useTranslation('beats')
  const change = (index: number, part: Partial<Need>) => onChange(needs.map((need, at) => (at === index ? { ...need, ...part } : need)))
  return (
    <fieldset className="field needs">
      <legend>{t('desk.settings.needs')}</legend>
      {needs.map((need, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a need has no other name while its kind is being chosen
        <div key={index} className="inline">
          <Select
            className="filter"
            aria-label={t('desk.settings.kind')}
            value={need.kind}
            options={evidenceKinds.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            onChange={(kind) => change(index, { kind })}
          />
          <InputNumber
            aria-label={t('desk.settings.atLeast')}
            min={0}
            max={1000}
            precision={0}
            value={need.atLeast}
            onChange={(atLeast) => change(index, { atLeast: atLeast ?? 0 })}
          />
          <Checkbox checked={need.onlyGood} onChange={(event) => change(index, { onlyGood: event.target.checked })}>
            {t('desk.settings.onlyGood')}
          </Checkbox>
          <Checkbox checked={need.distinct} onChange={(event) => change(index, { distinct: event.target.checked })}>
            {t('desk.settings.distinct')}
          </Checkbox>
          {needs.length > 1 && (
            <Button type="link" onClick={() => onChange(needs.filter((_, at) => at !== index))}>
              {t('desk.settings.dropNeed')}
            </Button>
          )}
        </div>
      ))}
      {needs.length < 5 && (
        <Button size="small" onClick={() => onChange([...needs, { kind: 'visit', atLeast: 1, onlyGood: false, distinct: false }])}>
          {t('desk.settings.addNeed')}
        </Button>
      )}
    </fieldset>
  )
}
