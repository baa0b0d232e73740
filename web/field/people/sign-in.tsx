/** Phone and password. Also shown over a page whose session has ended: then for the same person, with nothing lost. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#modules/people/wire.ts'
import { signIn } from '#web/client/session.ts'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { setPrint, usePrint } from '#web/ui/look.ts'
import { Mark } from '#web/ui/mark.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { PasswordField } from './password-field.tsx'

export function SignIn({ me }: { me?: Me }) {
  const { t } = useTranslation('field')
  const [phone, setPhone] = useState(me?.phone.includes('*') ? '' : (me?.phone ?? ''))
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!/^1[3-9]\d{9}$/.test(phone.replace(/[\s-]/g, ''))) return setTrouble(t('signIn.phoneWrong'))
    if (!password) return setTrouble(t('signIn.passwordMissing'))
    setBusy(true)
    setTrouble(undefined)
    try {
      await signIn(phone.replace(/[\s-]/g, ''), password)
    } catch (error) {
      const refusal = refusalOf(error)
      const left = Number(refusal.facts['left'] ?? 0)
      const hint = left > 0 && left < 4 ? t('signIn.left', { count: left }) : ''
      setTrouble(refusal.refused === 'offline' ? t('signIn.offline') : `${say(refusal)}${hint}`)
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <Mark size={64} />
        <h1>{t('signIn.title')}</h1>
        <p className="soft">{me ? t('signIn.ended', { name: me.name }) : t('signIn.words')}</p>
      </header>
      <form className="form" onSubmit={(event) => void send(event)} noValidate>
        <label className="field">
          <span className="field-name">{t('signIn.phone')}</span>
          <input
            className="input"
            type="tel"
            inputMode="numeric"
            autoComplete="username"
            value={phone}
            maxLength={16}
            onChange={(event) => setPhone(event.target.value)}
            aria-invalid={trouble !== undefined}
          />
        </label>
        <PasswordField
          name={t('signIn.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isWrong={trouble !== undefined}
        />
        <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
        <button type="submit" className="button button-primary button-tall" aria-busy={isBusy}>
          {t(isBusy ? 'signIn.busy' : 'signIn.send')}
        </button>
        {!trouble && <p className="soft">{t('signIn.forgotten')}</p>}
      </form>
      <footer className="sign-in-foot">
        <LanguageSwitch />
        <PrintSwitch />
      </footer>
    </main>
  )
}

export function PrintSwitch() {
  const { t } = useTranslation('field')
  const isLarge = usePrint() === 'large'
  return (
    <button type="button" className="choice-option" aria-pressed={isLarge} onClick={() => setPrint(isLarge ? 'normal' : 'large')}>
      {t('me.largePrint')}
    </button>
  )
}
