/** 手机通知: asked for by a tap and not before; where it cannot be had, why, and what to do. */
import Switch from 'antd-mobile/es/components/switch'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PushState, pushNow, turnOff, turnOn, Unreachable } from '#web/client/push.ts'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { tell } from '../notice.tsx'

export function PushRow() {
  const { t } = useTranslation('notices')
  const [state, setState] = useState<PushState>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void pushNow().then(setState)
  }, [])
  if (!state) return null
  const turn = async (on: boolean) => {
    setBusy(true)
    try {
      const now = await (on ? turnOn() : turnOff())
      setState(now)
      if (on && now === 'off') tell(t('push.notAsked'))
    } catch (error) {
      const refusal = refusalOf(error)
      if (error instanceof Unreachable) tell(t('push.unreachable'))
      else tell(refusal.refused === 'internal' ? t('push.failed') : say(refusal))
      setState(await pushNow())
    } finally {
      setBusy(false)
    }
  }
  const isPossible = state === 'on' || state === 'off'
  return (
    <li className="row">
      <span id="push">
        {t('push.title')}
        <small className="soft">{t(`push.states.${state}`)}</small>
      </span>
      {isPossible && <Switch checked={state === 'on'} loading={isBusy} onChange={(on) => void turn(on)} aria-labelledby="push" />}
    </li>
  )
}
