/** Open matters that may be what is being reported, asked for in the pauses of the typing. Without signal there are none: nothing waits for it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MatterRow } from '#modules/matters/reply.ts'
import { get } from './api.ts'

export type Asked = {
  readonly place: string
  readonly category: string
  readonly words: string
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
}

const pauseMs = 800
const wordsAtMost = 200

/** The value once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export function useNear({ place, category, words, latitude, longitude }: Asked): readonly MatterRow[] {
  const asked = useSettled({ place, category, words: words.trim().slice(0, wordsAtMost), latitude, longitude })
  const query = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  const { data } = useQuery({
    queryKey: ['near', asked],
    queryFn: ({ signal }) => get<MatterRow[]>(`/matters/near?${query.join('&')}`, signal),
    enabled: asked.place !== '' && asked.category !== '' && (asked.words !== '' || asked.latitude !== undefined),
    staleTime: 60_000,
    retry: false,
    meta: { quiet: true },
  })
  return data ?? []
}
