/** Small choices kept on this computer for this person: columns, views. */
import { useCallback, useState } from 'react'
import { useMe } from '#web/client/session.ts'

function read<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}

export function useRemembered<T>(name: string, otherwise: T): [T, (next: T) => void] {
  const key = `desk/${useMe().id}/${name}`
  const [value, setValue] = useState<T>(() => read(key, otherwise))
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      localStorage.setItem(key, JSON.stringify(next))
    },
    [key],
  )
  return [value, keep]
}
