/** Small fields that several actions share: words with offers, one of a few, an instant in the county's time. */
import { Button, Input, Radio } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#modules/kernel/ids.ts'
import { instantOf, typedOf } from '#web/ui/instants.ts'

type WordsProps = {
  name: string
  note?: string | undefined
  value: string
  most: number
  isOptional?: boolean
  offers?: readonly string[]
  onChange: (words: string) => void
}

export function WordsField({ name, note, value, most, isOptional = false, offers = [], onChange }: WordsProps) {
  const { t } = useTranslation('app')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {name} {isOptional && <small className="soft">{t('optional')}</small>}
      </label>
      {offers.length > 0 && (
        <div className="offers">
          {offers.map((offer) => (
            <Button key={offer} size="small" onClick={() => onChange(value.trim() ? `${value.trim()} ${offer}` : offer)}>
              {offer}
            </Button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={id}
        aria-describedby={note ? `${id}-note` : undefined}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <p id={`${id}-note`} className="soft">
          {note}
        </p>
      )}
    </div>
  )
}

/** A short line of text. */
export function LineField({
  name,
  value,
  most,
  onChange,
}: {
  name: string
  value: string
  most: number
  onChange: (text: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <Input id={id} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

type OneOfProps<T extends string> = {
  name: string
  value: T | ''
  options: readonly { readonly value: T; readonly label: ReactNode; readonly disabled?: boolean }[]
  isStacked?: boolean
  onChange: (value: T) => void
}

export function OneOf<T extends string>({ name, value, options, isStacked = false, onChange }: OneOfProps<T>) {
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      <Radio.Group
        className={isStacked ? 'radios' : undefined}
        value={value || undefined}
        onChange={(event) => onChange(event.target.value as T)}
        options={options.map((each) => ({ ...each }))}
      />
    </fieldset>
  )
}

type TimeProps = {
  name: string
  value: Instant | ''
  /** Instants that are asked for most, with their words. */
  offers?: readonly { readonly words: string; readonly at: Instant }[]
  note?: ReactNode
  onChange: (at: Instant | '') => void
}

/** Day and time as they are in the county, whatever zone the computer is in. */
export function TimeField({ name, value, offers = [], note, onChange }: TimeProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {offers.length > 0 && (
        <div className="offers">
          {offers.map(({ words, at }) => (
            <Button key={words} size="small" type={at === value ? 'primary' : 'default'} onClick={() => onChange(at)}>
              {words}
            </Button>
          ))}
        </div>
      )}
      <Input
        id={id}
        type="datetime-local"
        className="time-field"
        value={value && typedOf(value)}
        onChange={(event) => onChange(instantOf(event.target.value))}
      />
      {note && <p className="soft">{note}</p>}
    </div>
  )
}
