/** 设置: who I am here, how the desk looks and speaks, my password, where I am signed in, and the way out. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signOut, useMe } from '#web/client/session.ts'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { setMode, setPrint, usePrint } from '#web/ui/look.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { Choice } from '../choice.tsx'
import { Page } from '../page.tsx'
import { sayHere } from '../trouble.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'

const modes = ['system', 'light', 'dark'] as const

export function SettingsPage() {
  const { t } = useTranslation(['desk', 'people'])
  const { message } = App.useApp()
  const me = useMe()
  const isLarge = usePrint() === 'large'
  const [mode, choose] = useState(localStorage.getItem('mode') ?? 'system')
  const [isLeaving, setLeaving] = useState(false)
  const leave = () => {
    setLeaving(true)
    void signOut()
      .catch((error: unknown) => message.error(sayHere(refusalOf(error))))
      .finally(() => setLeaving(false))
  }
  return (
    <Page
      title={t('settings.title')}
      aside={
        <Button loading={isLeaving} onClick={leave}>
          {t('settings.signOut')}
        </Button>
      }
    >
      <section className="panel">
        <h2>{t('settings.who')}</h2>
        <p>
          <strong>{me.name}</strong> <span className="unbroken soft">{me.phone}</span>
        </p>
        <ul className="plain">
          {me.posts.map((post) => (
            <li key={post.id}>
              {t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })}
            </li>
          ))}
          {me.posts.length === 0 && <li>{t('settings.noPosts')}</li>}
        </ul>
      </section>
      <section className="panel">
        <h2>{t('settings.look')}</h2>
        <dl className="facts">
          <dt>{t('settings.language')}</dt>
          <dd>
            <LanguageSwitch />
          </dd>
          <dt>{t('settings.print')}</dt>
          <dd>
            <Choice
              label={t('settings.print')}
              value={isLarge ? 'large' : 'normal'}
              onChange={setPrint}
              options={(['normal', 'large'] as const).map((value) => ({ value, words: t(`settings.prints.${value}`) }))}
            />
          </dd>
          <dt>{t('settings.mode')}</dt>
          <dd>
            <Choice
              label={t('settings.mode')}
              value={mode}
              onChange={(value) => {
                choose(value)
                setMode(value === 'light' || value === 'dark' ? value : undefined)
              }}
              options={modes.map((value) => ({ value: value as string, words: t(`settings.modes.${value}`) }))}
            />
          </dd>
        </dl>
      </section>
      <section className="panel narrow">
        <h2>{t('password.title')}</h2>
        <PasswordForm onDone={() => void message.success(t('password.done'))} />
      </section>
      <Sessions />
    </Page>
  )
}
