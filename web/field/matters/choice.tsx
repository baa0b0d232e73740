/** One of several, as large rows to tap; and one of a few, as buttons beside each other. */

/** As many as are shown whole; more scroll in a box of their own. */
export const few = 6

type ChoiceProps = {
  name: string
  options: readonly { readonly key: string; readonly words: string; readonly note?: string }[]
  chosen: string
  onChoose: (key: string) => void
}

export function Choice({ name, options, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset className="field">
      <legend className="field-name">{name}</legend>
      <div className={options.length > few ? 'radios radios-many' : 'radios'}>
        {options.map(({ key, words, note }) => (
          <label key={key} className="radio">
            <input type="radio" name={name} value={key} checked={key === chosen} onChange={() => onChoose(key)} />
            <span>
              {words}
              {note && <small className="soft">{note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type OffersProps = {
  options: readonly { readonly key: string; readonly words: string }[]
  chosen: string
  onChoose: (key: string) => void
}

/** Short ones: days, times, names to tap instead of typing. */
export function Offers({ options, chosen, onChoose }: OffersProps) {
  return (
    <div className="offers">
      {options.map(({ key, words }) => (
        <button key={key} type="button" className="choice-option" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
          {words}
        </button>
      ))}
    </div>
  )
}
