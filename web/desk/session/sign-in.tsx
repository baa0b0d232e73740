/** Phone and password. Also shown over a page whose session has ended: then for the same person, with nothing lost. */
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#modules/people/wire.ts'
import { signIn } from '#web/client/session.ts'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere } from '../trouble.tsx'
import { PasswordField } from './password-field.tsx'

export function SignIn({ me }: { me?: Me }) {
  const { t } = useTranslation('desk')
  const [phone, setPhone] = useState(me?.phone.includes('*') ? '' : (me?.phone ?? ''))
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, setRefusal, attempt } = useAttempt()
  const id = useId()

  const send = (event: FormEvent) => {
    event.preventDefault()
    const digits = phone.replace(/[\s-]/g, '')
    setRefusal(undefined)
    if (!/^1[3-9]\d{9}$/.test(digits)) return setTrouble(t('signIn.phoneWrong'))
    if (!password) return setTrouble(t('signIn.passwordMissing'))
    setTrouble(undefined)
    void attempt(() => signIn(digits, password))
  }

  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <header className="sign-in-head">
          <Mark size={56} />
          <h1>{t('signIn.title')}</h1>
          <p className="soft">{me ? t('signIn.ended', { name: me.name }) : t('signIn.words')}</p>
        </header>
        <form className="form" onSubmit={send} noValidate>
          <div className="field">
            <label htmlFor={id}>{t('signIn.phone')}</label>
            <Input
              id={id}
              type="tel"
              inputMode="numeric"
              autoComplete="username"
              maxLength={16}
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          </div>
          <PasswordField name={t('signIn.password')} value={password} onChange={setPassword} autoComplete="current-password" />
          <div aria-live="assertive">{(trouble || refusal) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
          <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
            {t(isBusy ? 'signIn.busy' : 'signIn.send')}
          </Button>
          <p className="soft">{t('signIn.forgotten')}</p>
        </form>
        <footer className="sign-in-foot">
          <LanguageSwitch />
          <a href="/">{t('signIn.public')}</a>
        </footer>
      </div>
    </main>
  )
}
