/**
 * How many notices are unread, as it changes. The server sends the count over one stream; where the stream cannot be had, it is asked for
 * now and then. Connected only while a bell is on the screen, somebody is signed in and the page is not long out of sight.
 */
import { useSyncExternalStore } from 'react'
import type { Inbox } from '#modules/notices/wire.ts'
import { get } from './api.ts'
import { cache } from './cache.ts'
import { hiddenAtMost, restBefore, unreadIn } from './live-rules.ts'
import { onSession, sessionNow } from './session.ts'

let unread: number | undefined
let stream: EventSource | undefined
let failures = 0
let again: ReturnType<typeof setTimeout> | undefined
let leaving: ReturnType<typeof setTimeout> | undefined
const bells = new Set<() => void>()

/** The count as somebody has just learnt it. What came since is new work too, so lists on the screen are renewed. */
export function unreadIs(count: number) {
  if (count === unread) return
  const isMore = unread !== undefined && count > unread
  unread = count
  for (const bell of bells) bell()
  void cache.invalidateQueries({ queryKey: ['notices', 'inbox'] })
  if (isMore) for (const of of ['matters', 'disputes']) void cache.invalidateQueries({ queryKey: [of] })
}

function connect() {
  if (stream || bells.size === 0 || sessionNow().state !== 'in') return
  clearTimeout(again)
  const mine = new EventSource('/api/notices/stream')
  stream = mine
  mine.addEventListener('unread', ({ data }: MessageEvent<string>) => {
    failures = 0
    const count = unreadIn(data)
    if (count !== undefined) unreadIs(count)
  })
  mine.addEventListener('error', () => {
    if (stream !== mine) return
    close()
    failures += 1
    again = setTimeout(askAndConnect, restBefore(failures, Math.random()))
  })
}

/** Asking also finds out that the session is over, which a stream cannot say. Without an answer the next try is soon enough. */
function askAndConnect() {
  void get<Inbox>('/notices?unread=true&limit=1').then(
    (inbox) => unreadIs(inbox.unread),
    () => undefined,
  )
  connect()
}

function close() {
  clearTimeout(again)
  stream?.close()
  stream = undefined
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(leaving)
  if (document.visibilityState === 'hidden') leaving = setTimeout(close, hiddenAtMost)
  else connect()
})

/** A network that came back: what looks open may be long dead. */
addEventListener('online', () => {
  close()
  connect()
})

let who = sessionNow().me?.id
onSession(() => {
  const { state, me } = sessionNow()
  if (state === 'in' && me.id === who) connect()
  else {
    close()
    if (me?.id !== who) unread = undefined
    who = me?.id
    connect()
  }
})

const subscribe = (bell: () => void) => {
  bells.add(bell)
  connect()
  return () => {
    bells.delete(bell)
    if (bells.size === 0) close()
  }
}

/** Undefined until it is known. */
export const useUnread = (): number | undefined => useSyncExternalStore(subscribe, () => unread)
