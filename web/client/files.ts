/** Files over HTTP. Refused in the same way as everything else. */
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { Refused } from './api.ts'

export async function askFile(path: string, init: RequestInit = {}): Promise<Response> {
  const reply = await fetch(`/api${path}`, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new Refused(refuse('offline'), 0)
  })
  if (reply.ok) return reply
  const said: unknown = await reply.json().catch(() => undefined)
  throw new Refused(isRefusal(said) ? said : refuse('internal', { status: reply.status }), reply.status)
}

/** The name that the server gives a file: in its own script before the plain one (RFC 6266, section 4.3). */
export function nameGiven(disposition: string | null): string | undefined {
  const own = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  return own ? decodeURIComponent(own) : /filename="([^"]+)"/.exec(disposition ?? '')?.[1]
}

/** Saves what the server answers under the name it gives, or under `name`. */
export async function download(path: string, name: string) {
  const reply = await askFile(path)
  const said = nameGiven(reply.headers.get('content-disposition'))
  const address = URL.createObjectURL(await reply.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = said ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
