/** People's words: a field that grows, with sentences to tap for those who would rather not type in the rain. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly most: number
  readonly offers?: readonly string[]
  readonly placeholder?: string
  /** A line below it: who will read it. */
  readonly note?: string | undefined
  readonly isOptional?: boolean
  readonly isWrong?: boolean
}

export function WordsField({ name, value, onChange, most, offers = [], placeholder, note, isOptional = false, isWrong = false }: Props) {
  const { t } = useTranslation('app')
  const left = most - value.length
  const id = useId()
  return (
    <div className="field">
      <label className="field">
        <span className="field-name">
          {name}
          {isOptional && <small className="soft">{t('optional')}</small>}
        </span>
        <textarea
          className="input words"
          rows={3}
          value={value}
          maxLength={most}
          placeholder={placeholder}
          aria-invalid={isWrong}
          aria-describedby={note ? id : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {note && (
        <small id={id} className="soft">
          {note}
        </small>
      )}
      {left < 100 && <small className="soft">{t('charactersLeft', { count: left })}</small>}
      {offers.length > 0 && (
        <div className="offers">
          {offers.map((offer) => (
            <button
              key={offer}
              type="button"
              className="choice-option"
              aria-pressed={value === offer}
              onClick={() => onChange(value === offer ? '' : offer)}
            >
              {offer}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
