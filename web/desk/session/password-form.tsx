/** A new password: at the first sign-in in front of everything else, later from the settings. */
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { password as Password } from '#modules/people/wire.ts'
import { changePassword, signOut } from '#web/client/session.ts'
import { Mark } from '#web/ui/mark.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere } from '../trouble.tsx'
import { PasswordField } from './password-field.tsx'

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!current) return setTrouble(t('password.currentMissing'))
    if (!Password.safeParse(next).success) return setTrouble(sayHere({ refused: 'password.weak', facts: {} }))
    setTrouble(undefined)
    void attempt(async () => {
      await changePassword(current, next)
      setCurrent('')
      setNext('')
      onDone()
    })
  }

  return (
    <form className="form" onSubmit={send} noValidate>
      <PasswordField name={t('password.current')} value={current} onChange={setCurrent} autoComplete="current-password" />
      <PasswordField name={t('password.next')} value={next} onChange={setNext} autoComplete="new-password" note={t('password.rule')} />
      <div aria-live="assertive">{(trouble || refusal) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
      <p>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('password.send')}
        </Button>
      </p>
    </form>
  )
}

export function FirstPassword() {
  const { t } = useTranslation('desk')
  const { refusal, attempt } = useAttempt()
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <header className="sign-in-head">
          <Mark size={56} />
          <h1>{t('password.firstTitle')}</h1>
          <p className="soft">{t('password.firstWords')}</p>
        </header>
        <PasswordForm onDone={() => undefined} />
        <p>
          <Button type="link" onClick={() => void attempt(signOut)}>
            {t('settings.signOut')}
          </Button>
        </p>
        {refusal && <p className="warning">{sayHere(refusal)}</p>}
      </div>
    </main>
  )
}
