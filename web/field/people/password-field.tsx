import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly isWrong?: boolean
  readonly note?: string
}

/** A password that can be looked at while it is typed: small keys, large thumbs. */
export function PasswordField({ name, value, onChange, autoComplete, isWrong = false, note }: Props) {
  const { t } = useTranslation('field')
  const [isShown, setShown] = useState(false)
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <span className="input-row">
        <input
          className="input"
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={isWrong}
        />
        <button type="button" className="button button-quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'signIn.hide' : 'signIn.show')}
        </button>
      </span>
      {note && <span className="soft">{note}</span>}
    </label>
  )
}
