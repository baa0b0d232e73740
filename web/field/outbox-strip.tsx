/** The state of the outbox in words, on every page, only when there is something to say. */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutbox } from '#web/client/outbox.ts'
import { tally } from '#web/client/outbox-rules.ts'
import { Sign } from '#web/ui/status.tsx'

/** Whether the device says it has a connection. A wish, not a promise: sending tells the truth. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}

export function OutboxStrip() {
  const { t } = useTranslation('field')
  const isOnline = useOnline()
  const { waiting, refused } = tally(useOutbox())
  if (waiting + refused === 0) {
    return isOnline ? null : (
      <p className="strip strip-calm" role="status">
        <Sign shape="clock" />
        {t('strip.offline')}
      </p>
    )
  }
  return (
    <div role="status">
      <Link to="/me/outbox" className={`strip strip-${refused > 0 ? 'late' : 'soon'}`}>
        <Sign shape={refused > 0 ? 'alert' : 'clock'} />
        <span>
          {refused > 0 && t('strip.refused', { count: refused })}
          {waiting > 0 && t(isOnline ? 'strip.sending' : 'strip.waiting', { count: waiting })}
        </span>
      </Link>
    </div>
  )
}
