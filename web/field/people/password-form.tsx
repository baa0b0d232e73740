/** A new password: at the first sign-in in front of everything else, later from "我". */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword, signOut } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { PasswordField } from './password-field.tsx'

const isStrong = (typed: string) =>
  typed.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(typed)).length >= 3

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('field')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!current) return setTrouble(t('password.currentMissing'))
    if (!isStrong(next)) return setTrouble(say({ refused: 'password.weak', facts: {} }))
    setBusy(true)
    setTrouble(undefined)
    try {
      await changePassword(current, next)
      onDone()
    } catch (error) {
      setTrouble(say(refusalOf(error)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form" onSubmit={(event) => void send(event)} noValidate>
      <PasswordField name={t('password.current')} value={current} onChange={setCurrent} autoComplete="current-password" />
      <PasswordField name={t('password.next')} value={next} onChange={setNext} autoComplete="new-password" note={t('password.rule')} />
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <button type="submit" className="button button-primary button-tall" aria-busy={isBusy}>
        {t('password.send')}
      </button>
    </form>
  )
}

export function FirstPassword() {
  const { t } = useTranslation('field')
  const [trouble, setTrouble] = useState<string>()
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <Mark size={64} />
        <h1>{t('password.firstTitle')}</h1>
        <p className="soft">{t('password.firstWords')}</p>
      </header>
      <PasswordForm onDone={() => undefined} />
      <Act kind="quiet" isBlock onAct={() => void signOut().catch((error: unknown) => setTrouble(say(refusalOf(error))))}>
        {t('me.signOut')}
      </Act>
      {trouble && <p className="warning">{trouble}</p>}
    </main>
  )
}
