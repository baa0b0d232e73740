/** Asking the server: JSON there and back, and every "no" thrown as a Refused with its code and facts. */
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'

export class Refused extends Error {
  readonly refusal: Refusal
  /** The HTTP status, or 0 when nobody answered. */
  readonly status: number

  constructor(refusal: Refusal, status: number) {
    super(refusal.refused)
    this.refusal = refusal
    this.status = status
  }
}

/** Milliseconds before a silent server counts as no signal. Pictures, and what moves half a county, are given longer. */
const patience = { words: 20_000, picture: 120_000, many: 600_000 }

const listeners = new Set<() => void>()

/** Called when the server no longer knows who is asking. What is typed, queued or shown stays. */
export const onSignedOut = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const offline = () => new Refused(refuse('offline'), 0)

/** Fires when the patience ends, or when the asker no longer wants to know. */
function within(milliseconds: number, wanted: AbortSignal | null | undefined): AbortSignal {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), milliseconds)
  wanted?.addEventListener('abort', () => stop.abort())
  return stop.signal
}

async function ask(path: string, init: RequestInit, wait = patience.words): Promise<Response> {
  let reply: Response
  try {
    const headers = { ...init.headers, 'accept-language': document.documentElement.lang }
    reply = await fetch(`/api${path}`, { ...init, headers, credentials: 'same-origin', signal: within(wait, init.signal) })
  } catch {
    throw offline()
  }
  if (reply.ok) return reply
  throw await refusedBy(reply)
}

/** The body's own refusal; a proxy that cannot reach us counts as no signal, anything else without one as our fault. */
async function refusedBy(reply: Response): Promise<Refused> {
  const said: unknown = await reply.json().catch(() => undefined)
  if (isRefusal(said)) {
    if (said.refused === 'not_signed_in') for (const listener of listeners) listener()
    return new Refused({ refused: said.refused, facts: said.facts ?? {} }, reply.status)
  }
  return [502, 503, 504].includes(reply.status) ? offline() : new Refused(refuse('internal', { status: reply.status }), reply.status)
}

async function read<T>(reply: Response): Promise<T> {
  if (reply.status === 204) return undefined as T
  try {
    return (await reply.json()) as T
  } catch {
    throw offline()
  }
}

const json = (method: string, body: unknown): RequestInit =>
  body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> => read<T>(await ask(path, signal ? { signal } : {}))
export const post = async <T>(path: string, body?: unknown): Promise<T> => read<T>(await ask(path, json('POST', body)))
/** As post, for what takes its time. */
export const postLong = async <T>(path: string, body: unknown): Promise<T> => read<T>(await ask(path, json('POST', body), patience.many))
export const put = async <T>(path: string, body?: unknown): Promise<T> => read<T>(await ask(path, json('PUT', body)))
export const remove = async <T = void>(path: string, body?: unknown): Promise<T> => read<T>(await ask(path, json('DELETE', body)))

/** A picture as it is, under the id the phone gave it. Sent twice it is stored once. */
export const putPhoto = async (id: string, picture: Blob): Promise<void> => {
  await ask(`/photos/${id}`, { method: 'PUT', headers: { 'content-type': picture.type || 'image/jpeg' }, body: picture }, patience.picture)
}

export const photoAddress = (id: string, size?: 'small') => `/api/photos/${id}${size ? `?size=${size}` : ''}`

/** `{ view: 'todo', search: '' }` → "?view=todo": what is empty is left out. */
export function asked(questions: Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(questions)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text) params.set(name, text)
  }
  const text = params.toString()
  return text && `?${text}`
}

/** An id minted here, so that what is sent twice happens once. Also where the page is not served over HTTPS. */
export function mint<T extends string>(): T {
  if ('randomUUID' in crypto) return crypto.randomUUID() as string as T
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as string as T
}
