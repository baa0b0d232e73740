/** The point on the map, only when the person asks for it: nobody is followed. */
import LocationOutline from 'antd-mobile-icons/es/LocationOutline'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from '#web/ui/act.tsx'
import type { ReportDraft } from './report-draft.ts'

export function PointField({ point, onChange }: { point: ReportDraft['point']; onChange: (point: ReportDraft['point']) => void }) {
  const { t } = useTranslation('field')
  const [state, setState] = useState<'still' | 'looking' | 'failed'>('still')
  if (!('geolocation' in navigator)) return null
  const look = () => {
    setState('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('still')
        onChange({ latitude: Number(coords.latitude.toFixed(6)), longitude: Number(coords.longitude.toFixed(6)) })
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className="field">
      {point ? (
        <p className="row">
          <span>{t('report.pointed')}</span>
          <Act kind="quiet" onAct={() => onChange(null)}>
            {t('report.unpoint')}
          </Act>
        </p>
      ) : (
        <Act isBusy={state === 'looking'} icon={<LocationOutline aria-hidden="true" />} onAct={look}>
          {t(state === 'looking' ? 'report.pointing' : 'report.point')}
        </Act>
      )}
      {state === 'failed' && <p className="soft">{t('report.pointFailed')}</p>}
    </div>
  )
}
