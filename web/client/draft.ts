/** A form that remembers: what is typed is on the device half a second later, and is there again after a call or a crash. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, findDraft, saveDraft } from './outbox-store.ts'
import { useMe } from './session.ts'

const pause = 400

/** `isReady` turns true once the kept draft, if any, stands in `value`. */
export function useDraft<T extends object>(name: string, blank: () => T) {
  const { id: person } = useMe()
  const [value, setValue] = useState<T>(blank)
  const [isReady, setReady] = useState(false)
  const [isKept, setKept] = useState(false)
  const latest = useRef<T | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (latest.current) void saveDraft(person, name, latest.current)
  }, [person, name])

  useEffect(() => {
    let isHere = true
    void findDraft<Partial<T>>(person, name).then((kept) => {
      if (!isHere) return
      if (kept) setValue((now) => ({ ...now, ...kept }))
      setKept(kept !== undefined)
      setReady(true)
    })
    addEventListener('pagehide', save)
    return () => {
      isHere = false
      removeEventListener('pagehide', save)
      if (timer.current) save()
    }
  }, [person, name, save])

  const change = useCallback(
    (part: Partial<T> | ((now: T) => Partial<T>)) =>
      setValue((now) => {
        const next = { ...now, ...(typeof part === 'function' ? part(now) : part) }
        latest.current = next
        clearTimeout(timer.current)
        timer.current = setTimeout(save, pause)
        return next
      }),
    [save],
  )

  const clear = useCallback(async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    latest.current = undefined
    setValue(blank())
    setKept(false)
    await dropDraft(person, name)
  }, [person, name, blank])

  return { value, change, clear, isReady, isKept }
}
