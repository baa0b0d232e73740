/** One short sentence at a time that something was done, read out too; gone after a while, never in the way of a finger. */
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

let said: { readonly words: string; readonly at: number; readonly stays: boolean } | undefined
const listeners = new Set<() => void>()

/** Says it on whatever page is open. What is said nowhere else `stays` until it is tapped away. */
export function tell(words: string | undefined, stays = false) {
  said = words ? { words, at: Date.now(), stays } : undefined
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Milliseconds: long enough to read a sentence slowly. */
const shownFor = 5000

export function Notices() {
  const { t } = useTranslation('field')
  const now = useSyncExternalStore(subscribe, () => said)
  useEffect(() => {
    if (!now || now.stays) return
    const timer = setTimeout(() => tell(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <div className="notices" role="status" aria-live="polite">
      {now && (
        <div className="notice">
          <p>{now.words}</p>
          {now.stays && (
            <button type="button" className="notice-close" onClick={() => tell(undefined)}>
              {t('report.understood')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
