/** One of a few, all in sight: pressed is chosen. */
type Props<T extends string> = {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly words: string }[]
  readonly onChange: (value: T) => void
}

export const Choice = <T extends string>({ label, value, options, onChange }: Props<T>) => (
  <fieldset className="choice">
    <legend className="unseen">{label}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className="choice-option"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.words}
      </button>
    ))}
  </fieldset>
)
