/** A group robot, added or changed. */
import { App, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RobotView } from '#modules/notices/wire.ts'
import { post, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { PlaceSelect } from '../places/place-select.tsx'
import { robotsKey } from './robots.tsx'

export function RobotDialog({ robot, onClose }: { robot?: RobotView; onClose: () => void }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const id = useId()
  const [channel, setChannel] = useState<RobotView['channel']>(robot?.channel ?? 'wecom')
  const [name, setName] = useState(robot?.name ?? '')
  const [place, setPlace] = useState<string | undefined>(robot?.place)
  const [isOn, setOn] = useState(robot?.isOn ?? true)
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const save = () => {
    const where = address.trim()
    if (!name.trim() || !place || (!robot && !where)) return setTrouble(t('robots.missing'))
    if (where && !/^https?:\/\/\S+$/.test(where)) return setTrouble(t('robots.wrongAddress'))
    setTrouble(undefined)
    const change = { channel, name, place, isOn, ...(where && { address: where }), ...(secret.trim() && { secret: secret.trim() }) }
    void attempt(async () => {
      await (robot ? put(`/notices/robots/${robot.id}`, change) : post('/notices/robots', change))
      await cache.invalidateQueries({ queryKey: robotsKey })
      void message.success(t('robots.saved', { name: name.trim() }))
      onClose()
    })
  }
  return (
    <Dialog
      title={robot ? t('robots.changeOf', { name: robot.name }) : t('robots.add')}
      send={t('robots.save')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <div className="field">
        <label htmlFor={`${id}channel`}>{t('robots.channel')}</label>
        <Select
          id={`${id}channel`}
          className="wide"
          value={channel}
          options={(['wecom', 'dingtalk'] as const).map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={setChannel}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}name`}>{t('robots.name')}</label>
        <Input
          id={`${id}name`}
          maxLength={60}
          placeholder={t('robots.nameExample')}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}place`}>{t('robots.place')}</label>
        <PlaceSelect id={`${id}place`} value={place} onChange={setPlace} label={t('robots.place')} placeholder={t('robots.choosePlace')} />
        <p className="soft">{t('robots.placeWords')}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}address`}>{t('robots.address')}</label>
        <Input
          id={`${id}address`}
          type="url"
          autoComplete="off"
          maxLength={500}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        {robot && <p className="soft">{t('robots.addressKept')}</p>}
      </div>
      {channel === 'dingtalk' && (
        <div className="field">
          <label htmlFor={`${id}secret`}>{t('robots.secret')}</label>
          <Input
            id={`${id}secret`}
            type="password"
            autoComplete="off"
            maxLength={200}
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
          />
          <p className="soft">
            {t('robots.secretWords')} {robot && t('robots.secretKept')}
          </p>
        </div>
      )}
      <Checkbox checked={isOn} onChange={({ target }) => setOn(target.checked)}>
        {t('robots.isOn')}
      </Checkbox>
    </Dialog>
  )
}
