/** Something sent to the server from a form: busy while it runs, and the refusal in its place if there is one. */
import { useCallback, useState } from 'react'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { refusalOf } from '#web/ui/states.tsx'

export function useAttempt() {
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  /** The answer, or undefined after a refusal, which then stands in `refusal`. */
  const attempt = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true)
    setRefusal(undefined)
    try {
      return await work()
    } catch (error) {
      setRefusal(refusalOf(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }, [])
  return { isBusy, refusal, setRefusal, attempt }
}
