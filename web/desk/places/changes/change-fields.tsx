/** What changes: which place, in which way, and what each way needs to know. */
import { Button, Input, Select, Tag } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { parentOf } from '#modules/places/place.ts'
import { Choice } from '../../choice.tsx'
import { usePlaceFile, usePlaceName } from '../place-file.ts'
import { PlaceSelect } from '../place-select.tsx'
import { blankPart, type Draft, kindsFor, type PartDraft } from './draft.ts'

type Props = { readonly draft: Draft; readonly onChange: (draft: Draft) => void }

export function ChangeFields({ draft, onChange }: Props) {
  const { t } = useTranslation(['places', 'app'])
  const kinds = kindsFor(draft.place)
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const choosePlace = (place = '') => {
    const possible = kindsFor(place)
    set({ place, to: '', others: [], parts: [blankPart(0)], kind: possible.includes(draft.kind) ? draft.kind : (possible[0] ?? 'rename') })
  }
  return (
    <>
      <Place label={t(draft.kind === 'found' ? 'change.below' : 'change.place')} value={draft.place} onChange={choosePlace} />
      {draft.place && (
        <div className="field">
          <Choice
            label={t('change.what')}
            value={draft.kind}
            options={kinds.map((value) => ({ value, words: t(`change.kinds.${value}`) }))}
            onChange={(kind) => set({ kind, to: '' })}
          />
          <p className="soft">{t(`change.how.${draft.kind}`)}</p>
        </div>
      )}
      {draft.place && <Rest draft={draft} set={set} />}
    </>
  )
}

function Rest({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('places')
  const to = (label: string) => <Place label={label} value={draft.to} onChange={(code = '') => set({ to: code })} />
  const name = <Words label={t('change.name')} value={draft.name} onChange={(name) => set({ name })} />
  switch (draft.kind) {
    case 'rename':
      return name
    case 'merge':
      return (
        <>
          <Others draft={draft} set={set} />
          <Choice
            label={t('change.way')}
            value={draft.way}
            options={[
              { value: 'into', words: t('change.wayInto') },
              { value: 'new', words: t('change.wayNew') },
            ]}
            onChange={(way) => set({ way })}
          />
          {draft.way === 'into' ? to(t('change.into')) : name}
        </>
      )
    case 'split':
      return <Parts draft={draft} set={set} />
    case 'move':
      return to(t('change.parent'))
    case 'abolish':
      return to(t('change.successor'))
    case 'found':
      return (
        <>
          {name}
          {draft.place.length === 15 && <Households value={draft.households} onChange={(households) => set({ households })} />}
        </>
      )
  }
}

function Place({ label, value, onChange }: { label: string; value: string; onChange: (code: string | undefined) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <PlaceSelect id={id} label={label} placeholder={label} value={value || undefined} onChange={onChange} />
    </div>
  )
}

function Words({ label, value, onChange }: { label: string; value: string; onChange: (words: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input id={id} autoComplete="off" maxLength={100} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function Households({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation(['places', 'app'])
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {t('change.households')} <small className="soft">{t('app:optional')}</small>
      </label>
      <Input id={id} inputMode="numeric" maxLength={5} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function Others({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('places')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('change.others')}</label>
      {draft.others.length > 0 && (
        <p className="tags">
          {draft.others.map((code) => (
            <Other key={code} code={code} onDrop={() => set({ others: draft.others.filter((each) => each !== code) })} />
          ))}
        </p>
      )}
      <PlaceSelect
        id={id}
        label={t('change.others')}
        placeholder={t('change.other')}
        value={undefined}
        onChange={(code) => code && code !== draft.place && set({ others: [...new Set([...draft.others, code])] })}
      />
    </div>
  )
}

function Other({ code, onDrop }: { code: string; onDrop: () => void }) {
  const { t } = useTranslation('places')
  const name = usePlaceName(code) || code
  return (
    <Tag closable={{ 'aria-label': t('change.drop', { name }) }} onClose={onDrop}>
      {name}
    </Tag>
  )
}

function Parts({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('places')
  const { data } = usePlaceFile(draft.place)
  const below = data?.below ?? []
  const change = (part: PartDraft) => set({ parts: draft.parts.map((each) => (each.key === part.key ? part : each)) })
  const isLane = parentOf(draft.place as PlaceCode)?.length === 15
  return (
    <>
      <Choice
        label={t('change.stays')}
        value={draft.stays ? 'yes' : 'no'}
        options={[
          { value: 'yes', words: t('change.staysYes') },
          { value: 'no', words: t('change.staysNo') },
        ]}
        onChange={(value) =>
          set({ stays: value === 'yes', parts: value === 'no' && draft.parts.length < 2 ? [...draft.parts, blankPart(1)] : draft.parts })
        }
      />
      {draft.parts.map((part, index) => (
        <div className="pair" key={part.key}>
          <Words label={t('change.part', { n: index + 1 })} value={part.name} onChange={(name) => change({ ...part, name })} />
          {isLane ? (
            <Households value={part.households} onChange={(households) => change({ ...part, households })} />
          ) : (
            <Takes
              value={part.takes}
              options={below.filter(({ code }) => !draft.parts.some((other) => other.key !== part.key && other.takes.includes(code)))}
              onChange={(takes) => change({ ...part, takes })}
            />
          )}
        </div>
      ))}
      <p>
        <Button onClick={() => set({ parts: [...draft.parts, blankPart(Math.max(...draft.parts.map(({ key }) => key)) + 1)] })}>
          {t('change.addPart')}
        </Button>
      </p>
    </>
  )
}

type Taking = {
  readonly value: readonly string[]
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly onChange: (codes: string[]) => void
}

function Takes({ value, options, onChange }: Taking) {
  const { t } = useTranslation('places')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('change.takes')}</label>
      <Select
        id={id}
        mode="multiple"
        className="wide"
        placeholder={t('change.takesHow')}
        value={[...value]}
        options={options.map(({ code, name }) => ({ value: code, label: name }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onChange}
      />
    </div>
  )
}
