/** 通知渠道: by what each channel sends, when nothing but what is urgent is sent, and the robots of groups. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DriverName, driverNames, settingsOf, wrongSettings } from '#modules/notices/channel.ts'
import type { ChannelView } from '#modules/notices/wire.ts'
import { get, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { Quiet } from './quiet.tsx'
import { Robots } from './robots.tsx'

const key = ['notices', 'channels']

export function ChannelsTab() {
  const { t } = useTranslation('notices')
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<ChannelView[]>('/notices/channels', signal),
    staleTime: 0,
  })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={8} />
  return (
    <>
      <p className="kept">{t('driver.words')}</p>
      <div className="channels">
        {data.map((view) => (
          <Channel key={`${view.channel} ${view.driver} ${view.isSet}`} view={view} />
        ))}
      </div>
      <Quiet />
      <Robots />
    </>
  )
}

const fieldsOf = (driver: string) => settingsOf[driverNames.find((name) => name === driver) ?? 'log']

/** Keys go in and never come back: the form is empty every time it opens. */
function Channel({ view }: { view: ChannelView }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const id = useId()
  const [driver, setDriver] = useState(view.driver)
  const [isChanging, setChanging] = useState(false)
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({})
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const name = t(`channels.${view.channel}`)
  const fields = fieldsOf(driver)
  const isOther = driver !== view.driver
  const isOpen = fields.length > 0 && (isChanging || isOther || !view.isSet)
  const wordsOf = (malformed?: string) => malformed && t('driver.malformed', { field: t(`driver.settings.${malformed}`) })
  const save = () => {
    const missing = isOpen ? fields.find((field) => !field.endsWith('?') && !given[field]?.trim()) : undefined
    const { malformed } = wrongSettings(driver as DriverName, given)
    const wrong = missing ? t('driver.missing', { field: t(`driver.settings.${missing}`) }) : wordsOf(malformed[0])
    setTrouble(wrong)
    if (wrong) return
    void attempt(async () => {
      await put(`/notices/channels/${view.channel}`, { driver, ...(isOpen && { settings: given }) })
      await cache.invalidateQueries({ queryKey: key })
      void message.success(t('driver.saved', { channel: name }))
    })
  }
  return (
    <section className={isOpen ? 'panel is-open' : 'panel'} aria-labelledby={`${id}name`}>
      <div className="panel-head">
        <h2 id={`${id}name`}>{name}</h2>
        {fieldsOf(view.driver).length > 0 && (
          <Tag tone={view.isSet ? 'good' : 'soon'} shape={view.isSet ? 'tick' : 'ring'}>
            {t(view.isSet ? 'driver.isSet' : 'driver.isNotSet')}
          </Tag>
        )}
      </div>
      <div className="field">
        <label htmlFor={id}>{t('driver.of', { channel: name })}</label>
        <Select
          id={id}
          className="wide"
          value={driver}
          options={view.drivers.map((value) => ({ value, label: t(`driver.drivers.${value as DriverName}`) }))}
          onChange={(chosen) => {
            setDriver(chosen)
            setGiven({})
          }}
        />
      </div>
      <div className="secret-fields">
        {(isOpen ? fields : []).map((field) => {
          const plain = field.replace('?', '')
          const words = t(`driver.settings.${plain}`)
          return (
            <div key={field} className="field">
              <label htmlFor={`${id}${plain}`}>{field.endsWith('?') ? t('driver.optional', { field: words }) : words}</label>
              <Input
                id={`${id}${plain}`}
                type={/secret|aesKey/i.test(plain) ? 'password' : 'text'}
                autoComplete="off"
                maxLength={500}
                value={given[plain] ?? ''}
                onChange={({ target }) => setGiven({ ...given, [plain]: target.value })}
              />
            </div>
          )
        })}
      </div>
      {isOpen && <p className="soft">{t('driver.secretWords')}</p>}
      {view.hears && driver === 'wechat' && (
        <div className="field">
          <label htmlFor={`${id}hears`}>{t('driver.hearsLabel')}</label>
          <Input id={`${id}hears`} readOnly value={view.hears} onFocus={({ target }) => target.select()} />
          <p className="soft">{t('driver.hears')}</p>
        </div>
      )}
      <div aria-live="assertive">{(refusal || trouble) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
      <p className="inline">
        {(isOpen || isOther) && (
          <Button type="primary" loading={isBusy} onClick={save}>
            {t('driver.save')}
          </Button>
        )}
        {fields.length > 0 && view.isSet && !isOther && (
          <Button onClick={() => setChanging(!isChanging)}>{t(isChanging ? 'driver.keep' : 'driver.replace')}</Button>
        )}
      </p>
    </section>
  )
}
