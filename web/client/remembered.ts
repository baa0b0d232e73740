/** The last answers, kept on the device for the person they were given to: a lane chief without signal still sees the list. */
import { type DehydratedState, dehydrate, hydrate, type QueryState } from '@tanstack/react-query'
import type { Me } from '#modules/people/wire.ts'
import { Refused } from './api.ts'
import { cache } from './cache.ts'
import { dropAnswers, findAnswers, saveAnswers } from './outbox-store.ts'
import { onSession, sessionNow } from './session.ts'

/** What is worth keeping. Contacts, sessions and searches are not. */
const keptKeys: readonly unknown[] = ['matters', 'disputes', 'beats', 'duties', 'places', 'catalogue']
/** Of what is told, the inbox: its words say no more than the matters that are kept. */
const isInbox = (key: readonly unknown[]) => key[0] === 'notices' && key[1] === 'inbox'
const mostKept = 120

/** A mediation file that nobody has looked at for a week is not carried about any longer. */
const filesFor = 7 * 24 * 3_600_000

const isKept = (key: readonly unknown[], updatedAt: number) =>
  (keptKeys.includes(key[0]) || isInbox(key)) &&
  !JSON.stringify(key).includes('"search":"') &&
  (key[0] !== 'disputes' || key[1] !== 'file' || Date.now() - updatedAt < filesFor)

const postsOf = ({ posts }: Me) =>
  posts
    .map(({ role, place, department }) => `${role}@${place}/${department ?? ''}`)
    .sort()
    .join()

/** Without signal the last answer stands, however often it was asked for since; what was refused is not kept. */
const stands = ({ status, data, error }: QueryState) =>
  status === 'success' || (data !== undefined && error instanceof Refused && error.status === 0)

async function save(person: string) {
  const state = dehydrate(cache, { shouldDehydrateQuery: ({ queryKey, state }) => stands(state) && isKept(queryKey, state.dataUpdatedAt) })
  const newest = state.queries.sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt).slice(0, mostKept)
  const queries = newest.map((query) => ({ ...query, state: { ...query.state, status: 'success' as const, error: null } }))
  await saveAnswers(person, { ...state, mutations: [], queries })
}

let timer: ReturnType<typeof setTimeout> | undefined

/** Writes down at once what is in the cache now: also what has just been taken out of it. */
export function keepNow() {
  clearTimeout(timer)
  timer = undefined
  const person = sessionNow().me?.id
  if (person) void save(person).catch((error: unknown) => console.error(error))
}

/** Called once, before the first paint: puts back what was kept, and keeps what is answered from now on. */
export async function startRemembering() {
  const who = sessionNow().me?.id
  const answers = who && (await findAnswers(who).catch(() => undefined))
  if (answers) {
    hydrate(cache, answers as DehydratedState)
    // Shown at once, but however fresh it was: whoever opens the app again wants to know what has happened since.
    void cache.invalidateQueries({ refetchType: 'none' })
  }

  cache.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') timer ??= setTimeout(keepNow, 500)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer) keepNow()
  })
  addEventListener('pagehide', keepNow)
  let before = sessionNow().me
  onSession(() => {
    const { state, me } = sessionNow()
    const isOther = me !== undefined && before !== undefined && me.id !== before.id
    if (state === 'out' || isOther) void dropAnswers()
    // A mediation file is only for who sits on the committee: with another post, or none, what was kept of it goes.
    else if (me && before && postsOf(me) !== postsOf(before)) {
      for (const of of ['disputes', 'beats', 'duties']) cache.removeQueries({ queryKey: [of] })
      if ('caches' in globalThis) void caches.delete('photos')
    }
    before = me ?? before
  })
}
