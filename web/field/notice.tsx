/** One short sentence at a time that something was done, read out too; gone after a while, never in the way of a finger. */
import { useEffect, useSyncExternalStore } from 'react'

let said: { readonly words: string; readonly at: number } | undefined
const listeners = new Set<() => void>()

/** Says it on whatever page is open. */
export function tell(words: string | undefined) {
  said = words ? { words, at: Date.now() } : undefined
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Milliseconds: long enough to read a sentence slowly. */
const shownFor = 5000

export function Notices() {
  const now = useSyncExternalStore(subscribe, () => said)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => tell(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <div className="notices" role="status" aria-live="polite">
      {now && <p className="notice">{now.words}</p>}
    </div>
  )
}
