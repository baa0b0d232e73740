/** A resident with a browser that runs no scripts: opens a page, fills in a form, sends it, and remembers cookies. */
import type { Served } from './server.ts'

export type Fields = Record<string, string | Blob | readonly (string | Blob)[]>

export type Opened = { readonly status: number; readonly text: string; readonly headers: Headers }

export function resident(app: Served['app'], more: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Opened> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await app.request(path, { ...init, headers: { cookie, accept: 'text/html', origin: 'http://localhost', ...more } })
    for (const each of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    return { status: reply.status, text: await reply.text(), headers: reply.headers }
  }
  return {
    open: (path: string) => ask(path, {}),
    send: (path: string, fields: Fields) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields))
        for (const each of [value].flat()) typeof each === 'string' ? body.append(name, each) : body.append(name, each as Blob)
      return ask(path, { method: 'POST', body })
    },
  }
}

/** The hidden fields of the form with an id, as its browser would send them. */
export function hiddenIn(text: string, form: string): Record<string, string> {
  const from = text.search(new RegExp(`<form[^>]*id="${form}"`))
  if (from === -1) throw new Error(`no form ${form}`)
  const within = text.slice(from, text.indexOf('</form>', from))
  return Object.fromEntries(
    [...within.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** What the page shows as perhaps the same: sending the form again says that it is none of these. */
export const offeredIn = (text: string): string[] => [...text.matchAll(/name="offered" value="([\w-]+)"/g)].map(([, id = '']) => id)

/** Reports from the lane's own board, as a resident does; the tracking code. */
export async function reportedByResident({ app, cast }: Pick<Served, 'app' | 'cast'>, change: Fields = {}): Promise<string> {
  const { open, send } = resident(app)
  const { text } = await open(`/report?lane=${cast.places.lane}`)
  const filled = { category: '0801', words: '路灯三天不亮', ...change }
  const first = await send('/report', { ...hiddenIn(text, 'report'), ...filled })
  // The form comes back once: in an emergency with whom to ring on top, else with what may be the same.
  const again = () => send('/report', { ...hiddenIn(first.text, 'report'), offered: offeredIn(first.text), ...filled })
  const sent = first.status === 200 ? await again() : first
  const code = /^\/t\/(\w{16})\?new=1$/.exec(sent.headers.get('location') ?? '')?.[1]
  if (!code) throw new Error(`not received: ${sent.status}`)
  return code
}
