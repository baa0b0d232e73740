import { Input } from 'antd'
import { useId } from 'react'

type Props = {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly note?: string
}

export function PasswordField({ name, value, onChange, autoComplete, note }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <Input.Password
        id={id}
        autoComplete={autoComplete}
        maxLength={128}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && <p className="soft">{note}</p>}
    </div>
  )
}
