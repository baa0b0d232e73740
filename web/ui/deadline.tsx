/** How long is left: "还剩 3 小时", "已超 2 天"; turns by itself every half minute. The exact time is told with it. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#modules/kernel/ids.ts'
import { distance, inWords } from './instants.ts'
import { Sign } from './status.tsx'
import { languageNow } from './words.ts'

/** Now, renewed every half minute while it is on the screen. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Below this many milliseconds left, a deadline is shown as close. */
const close = 4 * 3_600_000

export function Deadline({ at, isExact = false }: { at: Instant | null; isExact?: boolean }) {
  const { t } = useTranslation('app')
  const now = useNow()
  if (!at) return null
  const { count, unit, isPast } = distance(at, now)
  const tone = isPast ? 'late' : Date.parse(at) - Date.parse(now) < close ? 'soon' : 'calm'
  const exact = inWords(at, now, languageNow())
  return (
    <time className={`deadline tone-${tone}`} dateTime={at} title={exact}>
      <Sign shape={isPast ? 'alert' : 'clock'} />
      {t(`${isPast ? 'over' : 'left'}.${unit}`, { count })}
      {isExact && <span className="deadline-exact">{t('until', { at: exact })}</span>}
    </time>
  )
}

/** "11月23日 14:05", with the year when it is not this one; county time wherever the reader is. */
export function DateTime({ at }: { at: Instant | null }) {
  if (!at) return null
  return (
    <time className="when" dateTime={at}>
      {inWords(at, new Date().toISOString(), languageNow())}
    </time>
  )
}
