/**
 * Who is signed in on this device.
 *
 * The last answer to "who am I" is kept, so that the app opens without signal. When the server says it no longer knows
 * us, the person is asked to sign in again over the page they were on; only another person's sign-in clears what was kept.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { County, PersonId } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Me, SessionView } from '#modules/people/wire.ts'
import { get, onSignedOut, post, remove } from './api.ts'
import { cache } from './cache.ts'

export type Session =
  | { readonly state: 'in'; readonly me: Me }
  | { readonly state: 'ended'; readonly me: Me }
  | { readonly state: 'out'; readonly me: undefined }

const kept = 'me'
const listeners = new Set<() => void>()

function remembered(): Session {
  try {
    const me = JSON.parse(localStorage.getItem(kept) ?? 'null') as Me | null
    return me ? { state: 'in', me } : { state: 'out', me: undefined }
  } catch {
    return { state: 'out', me: undefined }
  }
}

let session = remembered()

function become(next: Session) {
  session = next
  if (next.me) localStorage.setItem(kept, JSON.stringify(next.me))
  else localStorage.removeItem(kept)
  for (const listener of listeners) listener()
}

onSignedOut(() => {
  if (session.state === 'in') become({ state: 'ended', me: session.me })
})

/** Another tab signed in or out. */
addEventListener('storage', (event: StorageEvent) => {
  if (event.key !== kept) return
  const before = session.me?.id
  session = remembered()
  if (session.me?.id !== before) cache.clear()
  for (const listener of listeners) listener()
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const sessionNow = (): Session => session
export const onSession = subscribe
export const useSession = (): Session => useSyncExternalStore(subscribe, sessionNow)

/** Asks the server again who this is: at the start, and after a change of posts. Without signal the last answer stands. */
export async function refreshSession() {
  become({ state: 'in', me: await get<Me>('/me') })
}

export async function signIn(phone: string, password: string): Promise<Me> {
  const me = await post<Me>('/session', { phone, password })
  if (session.me?.id !== me.id) forget()
  become({ state: 'in', me })
  if (!me.mustChangePassword) void cache.invalidateQueries()
  return me
}

/** What was read by one person is not there for the next: answers and the pictures the service worker kept. */
function forget() {
  cache.clear()
  if ('caches' in globalThis) void caches.delete('photos')
}

/** Ends the session. Without signal it throws, because the server would go on knowing this device. */
export async function signOut() {
  if (session.state === 'in') await remove('/session')
  forget()
  become({ state: 'out', me: undefined })
}

export async function changePassword(current: string, next: string) {
  await post('/me/password', { current, next })
  await refreshSession()
  void cache.invalidateQueries()
}

/** The signed-in person; only for pages behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('nobody is signed in')
  return me
}

export const actorOf = ({ id, name, county, posts }: Me): Actor => ({
  id: id as string as PersonId,
  name,
  county: county.code as County,
  posts: posts.map(({ id, role, place, department }) => ({ id, role, place, department })),
})

const actors = new WeakMap<Me, Actor>()

/** Whom the rules ask about: the same object for as long as the posts are the same. */
export function useActor(): Actor {
  const me = useMe()
  const actor = actors.get(me) ?? actorOf(me)
  actors.set(me, actor)
  return actor
}

/** Whether any of the person's posts gives a verb: what they may never use is not shown. */
export const useMay = (verb: string): boolean => useMe().verbs.includes(verb)

export function useSessions() {
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => get<SessionView[]>('/sessions', signal) })
  const again = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  return {
    ...query,
    end: async (id: string) => {
      await remove(`/sessions/${id}`)
      await again()
    },
    endOthers: async () => {
      await remove('/sessions')
      await again()
    },
  }
}
