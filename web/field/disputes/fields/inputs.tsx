/** The plain fields that the forms about a dispute are made of. */
import Switch from 'antd-mobile/es/components/switch'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, typedOf } from '#web/ui/instants.ts'
import { few } from '../../matters/choice.tsx'

type TextProps = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most?: number
  readonly kind?: 'text' | 'tel' | 'numeric' | 'decimal'
  readonly isOptional?: boolean
  readonly placeholder?: string
  readonly offers?: readonly string[]
}

export function TextField({ name, value, onChange, most = 100, kind = 'text', isOptional = false, placeholder, offers = [] }: TextProps) {
  const { t } = useTranslation('app')
  return (
    <div className="field">
      <label className="field">
        <span className="field-name">
          {name}
          {isOptional && <small className="soft">{t('optional')}</small>}
        </span>
        <input
          className="input"
          type={kind === 'tel' ? 'tel' : 'text'}
          inputMode={kind === 'tel' ? 'tel' : kind === 'text' ? undefined : kind}
          value={value}
          maxLength={most}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {offers.length > 0 && (
        <div className="offers">
          {offers.map((offer) => (
            <button key={offer} type="button" className="choice-option" aria-pressed={value === offer} onClick={() => onChange(offer)}>
              {offer}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Beside the name of a field that may stay empty. */
function Optional() {
  const { t } = useTranslation('app')
  return <small className="soft">{t('optional')}</small>
}

type DayProps = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly least?: string | undefined
  readonly most?: string | undefined
  readonly isOptional?: boolean
}

export const DayField = ({ name, value, onChange, least, most, isOptional = false }: DayProps) => (
  <label className="field">
    <span className="field-name">
      {name} {isOptional && <Optional />}
    </span>
    <input className="input" type="date" value={value} min={least} max={most} onChange={(event) => onChange(event.target.value)} />
  </label>
)

export const InstantField = ({ name, value, onChange, most }: Omit<DayProps, 'least'>) => (
  <label className="field">
    <span className="field-name">{name}</span>
    <input
      className="input"
      type="datetime-local"
      value={value ? typedOf(value) : ''}
      max={most ? typedOf(most) : undefined}
      onChange={(event) => onChange(instantOf(event.target.value))}
    />
  </label>
)

type ChecksProps = {
  readonly name: string
  readonly note?: string | undefined
  readonly options: readonly { readonly key: string; readonly words: string; readonly note?: string }[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: string[]) => void
}

/** Any of several, as large rows to tap. */
export const Checks = ({ name, note, options, chosen, onChoose }: ChecksProps) => (
  <fieldset className="field">
    <legend className="field-name">{name}</legend>
    {note && <p className="soft">{note}</p>}
    <div className={options.length > few ? 'radios radios-many' : 'radios'}>
      {options.map(({ key, words, note }) => (
        <label key={key} className="radio">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={() => onChoose(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key])}
          />
          <span>
            {words}
            {note && <small className="soft">{note}</small>}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
)

type ToggleProps = { name: string; note?: string; is: boolean; onChange: (is: boolean) => void }

export function Toggle({ name, note, is, onChange }: ToggleProps) {
  const id = useId()
  return (
    <p className="row">
      <span id={id}>
        {name}
        {note && <small className="soft">{note}</small>}
      </span>
      <Switch checked={is} onChange={onChange} aria-labelledby={id} />
    </p>
  )
}
