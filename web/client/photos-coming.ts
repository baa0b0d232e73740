/** Pictures still being made small, kept or sent: what is to name them must wait for them, else it would go without. */
import { useSyncExternalStore } from 'react'

let coming = 0
const listeners = new Set<() => void>()

const step = (by: number) => {
  coming += by
  for (const listener of listeners) listener()
}

/** Counts as coming until `work` has ended, well or not. */
export async function whileComing<T>(work: () => Promise<T>): Promise<T> {
  step(1)
  try {
    return await work()
  } finally {
    step(-1)
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePhotosComing = (): boolean => useSyncExternalStore(subscribe, () => coming > 0)
