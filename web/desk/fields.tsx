/** Small fields that forms share: words with offers, a line, one or some of a few, a day, an instant in the county's time. */
import { Button, Checkbox, Input, Radio } from 'antd'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day, Instant } from '#modules/kernel/ids.ts'
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

type LineProps = {
  name: string
  note?: string | undefined
  value: string
  most: number
  isOptional?: boolean
  offers?: readonly string[]
  /** A telephone or a number brings another keyboard, and is not filled in by the browser. */
  kind?: 'text' | 'tel' | 'number'
  className?: string
  onChange: (text: string) => void
}

/** A short line of text. */
export function LineField({ name, note, value, most, isOptional = false, offers = [], kind = 'text', className, onChange }: LineProps) {
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
            <Button key={offer} size="small" type={offer === value ? 'primary' : 'default'} onClick={() => onChange(offer)}>
              {offer}
            </Button>
          ))}
        </div>
      )}
      <Input
        id={id}
        {...(className ? { className } : {})}
        type={kind === 'tel' ? 'tel' : 'text'}
        inputMode={kind === 'number' ? 'decimal' : kind}
        autoComplete="off"
        aria-describedby={note ? `${id}-note` : undefined}
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

/** What is asked for most, one press away. */
function Offers({
  offers,
  chosen,
  onChoose,
}: {
  offers: readonly { words: string; value: string }[]
  chosen: string
  onChoose: (value: string) => void
}) {
  if (offers.length === 0) return null
  return (
    <div className="offers">
      {offers.map(({ words, value }) => (
        <Button key={words} size="small" type={value === chosen ? 'primary' : 'default'} onClick={() => onChoose(value)}>
          {words}
        </Button>
      ))}
    </div>
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
      <Offers offers={offers.map(({ words, at }) => ({ words, value: at }))} chosen={value} onChoose={onChange} />
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

type DayProps = {
  name: string
  value: Day | ''
  from?: Day | undefined
  until?: Day | undefined
  note?: ReactNode
  offers?: readonly { readonly words: string; readonly day: Day }[]
  onChange: (day: Day | '') => void
}

/** A day of the calendar. */
export function DayField({ name, value, from, until, note, offers = [], onChange }: DayProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <Offers offers={offers.map(({ words, day }) => ({ words, value: day }))} chosen={value} onChoose={onChange} />
      <Input
        id={id}
        type="date"
        className="time-field"
        min={from}
        max={until}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && <p className="soft">{note}</p>}
    </div>
  )
}

type SomeProps<T extends string> = {
  name: string
  note?: ReactNode
  value: readonly T[]
  options: readonly { readonly value: T; readonly label: ReactNode; readonly disabled?: boolean }[]
  /** One press for all of them, in words. */
  all?: string
  onChange: (value: readonly T[]) => void
}

/** Any number of a few, all in sight. */
export function SomeOf<T extends string>({ name, note, value, options, all, onChange }: SomeProps<T>) {
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      {all && options.length > 1 && (
        <div className="offers">
          <Button size="small" onClick={() => onChange(options.filter(({ disabled }) => !disabled).map((each) => each.value))}>
            {all}
          </Button>
        </div>
      )}
      <Checkbox.Group
        className="checks"
        value={[...value]}
        options={options.map((each) => ({ ...each }))}
        onChange={(chosen) => onChange(options.map((each) => each.value).filter((each) => chosen.includes(each)))}
      />
      {note && <p className="soft">{note}</p>}
    </fieldset>
  )
}
