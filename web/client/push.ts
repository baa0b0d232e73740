/** Notices on this phone while the app is closed, by web push. Nothing is asked of the person before they ask for it. */
import type { Subscription } from '#modules/notices/wire.ts'
import { get, mint, post, Refused, remove } from './api.ts'
import { sessionNow } from './session.ts'

/**
 * `unsupported`: this browser cannot. `home`: an iPhone, which can once the app is on its home screen. `refused`: the person once said no to
 * the browser, and only its settings can change that.
 */
export type PushState = 'unsupported' | 'home' | 'refused' | 'off' | 'on'

/** Which subscription the server knows this browser by, and whose it is. */
type Kept = { readonly id: string; readonly person: string }
const key = 'push'

function kept(): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null) ?? undefined
  } catch {
    return undefined
  }
}

const isPossible = () => 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

const subscribed = async () => (await navigator.serviceWorker.getRegistration('/field/'))?.pushManager.getSubscription()

export async function pushNow(): Promise<PushState> {
  if (!isPossible()) return /iPhone|iPad/.test(navigator.userAgent) ? 'home' : 'unsupported'
  if (Notification.permission === 'denied') return 'refused'
  const isMine = kept()?.person === sessionNow().me?.id
  return isMine && Notification.permission === 'granted' && (await subscribed()) ? 'on' : 'off'
}

/** Where a browser's push service cannot be reached (Google's from many networks), it tries in silence for minutes. */
const patience = 15_000

export class Unreachable extends Error {}

const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  Promise.race([
    work.catch((error: Error) => {
      // What the browser says when its service answers with an error, or not at all.
      throw error.name === 'AbortError' ? new Unreachable() : error
    }),
    new Promise<never>((_, reject) => setTimeout(() => reject(new Unreachable()), ms)),
  ])

/** Asks the person, then the browser, then tells the server. Throws a Refused when the server cannot be reached, Unreachable when the browser's push service cannot. */
export async function turnOn(): Promise<PushState> {
  if (!isPossible()) return pushNow()
  if ((await Notification.requestPermission()) !== 'granted') return pushNow()
  const { key: applicationServerKey } = await get<{ key: string }>('/notices/push')
  const worker = await navigator.serviceWorker.ready
  // A subscription made for another key of the server is of no use any more.
  await (await subscribed())?.unsubscribe()
  const made = await within(patience, worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
  const { endpoint = '', keys } = made.toJSON()
  const id = mint<Subscription['id']>()
  await post('/notices/push', { id, endpoint, keys })
  localStorage.setItem(key, JSON.stringify({ id, person: sessionNow().me?.id ?? '' } satisfies Kept))
  return pushNow()
}

/** The browser forgets first: whatever the server still sends reaches nobody. */
export async function turnOff(): Promise<PushState> {
  const known = kept()
  if (isPossible()) await (await subscribed())?.unsubscribe()
  localStorage.removeItem(key)
  if (known)
    await remove(`/notices/push/${known.id}`).catch((error: unknown) => {
      // The server gives up what a browser no longer takes by itself.
      if (!(error instanceof Refused && error.refusal.refused === 'not_found')) throw error
    })
  return pushNow()
}
