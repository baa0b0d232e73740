/** Files over HTTP: a table brought down, a file sent up. Refused in the same way as everything else. */
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { Refused } from '#web/client/api.ts'

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const reply = await fetch(`/api${path}`, { ...init, credentials: 'same-origin' }).catch(() => {
    throw new Refused(refuse('offline'), 0)
  })
  if (reply.ok) return reply
  const said: unknown = await reply.json().catch(() => undefined)
  throw new Refused(isRefusal(said) ? said : refuse('internal', { status: reply.status }), reply.status)
}

/** Saves what the server answers under the name it gives, or under `name`. */
export async function download(path: string, name: string) {
  const reply = await ask(path)
  const said = /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await reply.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = said ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export async function upload<T>(path: string, file: Blob): Promise<T> {
  const reply = await ask(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
  return (await reply.json()) as T
}
