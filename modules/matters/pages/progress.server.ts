/** A reporter follows their matter by its code, and has the last word on it. Whoever guesses codes is slowed, then stopped. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { refuse } from '#modules/kernel/refusal.ts'
import { trackField } from '#modules/places/pages/track-field.server.ts'
import { byCode } from '#server/by-code.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { sentence } from '#server/sentence.ts'
import { findTracked } from '../reporters/reporters-store.server.ts'
import { trackingCode } from '../wire.ts'
import { textsOf } from './draft.server.ts'
import { type Following, picture, show, take } from './follow.server.ts'
import { formOf, uploadAtMost } from './upload.server.ts'

/** The matter of a code; else the answer that says no. */
export async function tracked(c: Context<Env>, typed: string): Promise<Following | Response> {
  const it = await byCode(c, typed, trackingCode, (hash) => findTracked(c.var.db, hash))
  if (it instanceof Response) return it
  return it
    ? { ...it.found, at: `/t/${it.code}`, tracking: it.code }
    : lookUp(c, typed, sentence(refuse('tracking.unknown'), c.var.language, c.var.now))
}

function lookUp(c: Context<Env>, typed = '', error?: string): Response | Promise<Response> {
  const say = sayIn(c)
  return page(c, {
    title: say('public:track.title'),
    status: error ? 404 : 200,
    isPrivate: true,
    body: html`<h1>${say('public:track.title')}</h1>${trackField(say, { typed: typed.slice(0, 40), ...(error ? { error } : {}) })}<p class="soft">${say('public:track.lost')}</p>`,
  })
}

/** What a report's page offers at its end, from a module above this one. */
export type Below = (c: Context<Env>, following: Following) => Promise<Html | undefined>

export function progressPages(below: Below) {
  const pages = router()
  const withBelow = async (c: Context<Env>, found: Following): Promise<Following> => {
    const more = await below(c, found)
    return more ? { ...found, below: more } : found
  }

  pages.get('/t', (c) => lookUp(c))

  pages.post('/t', uploadAtMost, async (c) => {
    const typed = textsOf(await formOf(c), 'code')[0] ?? ''
    const code = trackingCode.safeParse(typed)
    if (code.success) return c.redirect(`/t/${code.data}`, 303)
    const found = await tracked(c, typed)
    return found instanceof Response ? found : c.redirect(`/t/${found.tracking}`, 303)
  })

  pages.get('/t/:code', async (c) => {
    const found = await tracked(c, c.req.param('code'))
    return found instanceof Response ? found : show(c, await withBelow(c, found))
  })

  pages.post('/t/:code', uploadAtMost, async (c) => {
    const found = await tracked(c, c.req.param('code'))
    return found instanceof Response ? found : take(c, await withBelow(c, found))
  })

  pages.get('/t/:code/photos/:id', async (c) => {
    const found = await tracked(c, c.req.param('code'))
    return found instanceof Response ? found : picture(c, found, c.req.param('id'))
  })
  return pages
}
