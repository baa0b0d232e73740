/** Public-security bulletins for everybody: on the village's page, each on a page of its own, and on a sheet to be hung up. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { qr } from '#modules/matters/pages/qr.server.ts'
import { contactsAt, forGood } from '#modules/people/pages/contact.server.ts'
import { crumbs } from '#modules/people/pages.server.ts'
import { isPlaceCode, type Place, pathOf, standsOn } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { asset } from '#server/assets.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, mark, page, sayIn } from '#server/page.ts'
import { notFound } from '#server/problem.ts'
import { problemPage } from '#server/problem-page.ts'
import { dayInWords } from '#web/ui/instants.ts'
import { dayText } from './dossier/said.ts'
import { bulletinsOf, findBulletin, shownBulletin } from './village-store.server.ts'

/** On the village's page; and on the page of all. */
const newest = 3
const all = 60

type Bulletin = NonNullable<Awaited<ReturnType<typeof shownBulletin>>>

const address = ({ village, id }: Pick<Bulletin, 'village' | 'id'>) => `/p/${village}/bulletins/${id}`

const list = (c: Context<Env>, bulletins: readonly Bulletin[]): Html =>
  html`<ul class="places">${bulletins.map((each) => html`<li><a href="${address(each)}">${each.title} <small>${dayInWords(dayOf(each.publishedAt), c.var.now, c.var.language)}</small></a></li>`)}</ul>`

/** The newest bulletins of a village, to stand on its page; nothing for other places, nor where there never was one. */
export async function bulletinsOn(c: Context<Env>, place: Place): Promise<Html | ''> {
  if (place.level !== 'village') return ''
  const found = await bulletinsOf(c.var.db, place.county, place.code, newest + 1)
  if (found.length === 0) return ''
  const say = sayIn(c)
  return html`<h2>${say('beats:public.bulletins')}</h2>
${list(c, found.slice(0, newest))}
${found.length > newest ? html`<p><a href="/p/${place.code}/bulletins">${say('beats:public.all')}</a></p>` : ''}`
}

export const beatPages = router()

async function villageOf(c: Context<Env>): Promise<{ place: Place; path: { code: PlaceCode; name: string }[] }> {
  const code = c.req.param('code') ?? ''
  const place = isPlaceCode(code) && code.length === 12 ? await places.find(c.var.db, code) : undefined
  if (!place) throw notFound()
  const path = pathOf(place.code)
  const names = await places.placeNames(c.var.db, place.county, path)
  return { place, path: path.map((each) => ({ code: each, name: names.get(each) ?? each })) }
}

beatPages.get('/p/:code/bulletins', async (c) => {
  const { place, path } = await villageOf(c)
  const say = sayIn(c)
  const title = say('beats:public.all_title', { village: place.name })
  const found = await bulletinsOf(c.var.db, place.county, place.code, all)
  return page(c, {
    title,
    body: html`${crumbs(say('public:place.path'), path)}
<h1>${title}</h1>
${found.length === 0 ? html`<p>${say('beats:public.none')}</p>` : list(c, found)}`,
  })
})

const paragraphs = (body: string): Html => html`${body.split(/\n+/).map((each) => html`<p>${each}</p>`)}`

async function bulletinOf(c: Context<Env>, place: Place): Promise<Bulletin | undefined> {
  const id = z.uuid().safeParse(c.req.param('id'))
  return id.success ? shownBulletin(c.var.db, place.county, place.code, id.data.toLowerCase()) : undefined
}
/** A bulletin goes along with its village: its old address leads to the new one. */
async function moved(c: Context<Env>, place: Place): Promise<string | undefined> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const there =
    id.success && !standsOn(place, dayOf(c.var.now)) ? await findBulletin(c.var.db, place.county, id.data.toLowerCase()) : undefined
  return there && there.village !== place.code && there.withdrawnAt === null ? address(there) : undefined
}

/** Taken back, or never there: only of the first is it said. */
async function gone(c: Context<Env>, place: Place) {
  const id = z.uuid().safeParse(c.req.param('id'))
  const there = id.success ? await findBulletin(c.var.db, place.county, id.data.toLowerCase()) : undefined
  if (there?.village !== place.code) throw notFound()
  return problemPage(c, refuse('not_found'), sayIn(c)('beats:public.gone'))
}

beatPages.get('/p/:code/bulletins/:id', async (c) => {
  const { place, path } = await villageOf(c)
  const bulletin = await bulletinOf(c, place)
  if (!bulletin) {
    const now = await moved(c, place)
    return now ? c.redirect(now, 302) : gone(c, place)
  }
  const say = sayIn(c)
  const day = dayInWords(dayOf(bulletin.publishedAt), c.var.now, c.var.language)
  return page(c, {
    title: `${bulletin.title} · ${place.name}`,
    body: html`${crumbs(say('public:place.path'), path)}
<article class="plain">
<h1>${bulletin.title}</h1>
<p class="soft">${say('beats:public.by', { name: bulletin.byName, day })}</p>
${paragraphs(bulletin.body)}
</article>
<p><a class="button" href="${address(bulletin)}/print">${say('beats:public.print')}</a> <a href="/p/${place.code}">${say('beats:public.back', { village: place.name })}</a></p>`,
  })
})

/** A sheet of A4 for the notice wall, with whom to ring and where to read it again. */
beatPages.get('/p/:code/bulletins/:id/print', async (c) => {
  const { place, path } = await villageOf(c)
  const bulletin = await bulletinOf(c, place)
  if (!bulletin) return gone(c, place)
  const { db, now, language } = c.var
  const say = sayIn(c)
  const contacts = await contactsAt(db, place.county, [place.code], dayOf(now))
  const asked = forGood(contacts).filter(({ role }) => role === 'police_officer' || role === 'legal_adviser')
  const here = `${c.var.address}${address(bulletin)}`
  c.header('cache-control', 'private, no-cache')
  return c.html(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${bulletin.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${asset('bulletin.css')}">
<script type="module" src="${asset('print.js')}"></script>
</head>
<body>
<nav class="tools"><a href="${address(bulletin)}">${say('app:back')}</a> <button type="button" data-print hidden>${say('beats:public.print')}</button></nav>
<main class="sheet">
<header>${mark}<p>${path.slice(1).map(({ name }) => html`${name} `)}</p><p>${say('beats:public.bulletins')}</p></header>
<h1>${bulletin.title}</h1>
${paragraphs(bulletin.body)}
<p class="by">${bulletin.byName}<br>${dayText(say, dayOf(bulletin.publishedAt))}</p>
<footer>${await qr(here, say('beats:public.bulletins'))}<div>${asked.map(({ role, name, phone }) => html`<p>${say(`people:roles.${role}`)} <strong>${name}</strong> <b>${phone}</b></p>`)}<p>${say('beats:public.words')}</p></div></footer>
</main>
</body>
</html>`)
})
