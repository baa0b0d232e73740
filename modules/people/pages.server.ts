/** A township, a village or a grid for everybody: who is responsible there, and what lies in it, down to the lanes. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { endedNotice, formerly } from '#modules/places/pages/ended.server.ts'
import { placeLinks } from '#modules/places/pages/hits.server.ts'
import { isPlaceCode, levelOf, type Place, pathOf, standsOn } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { heirsOf } from '#modules/places/successor-store.server.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { notFound } from '#server/problem.ts'
import { contactList, contactsAt } from './pages/contact.server.ts'

/** "绛县 › 古绛镇", each a link, for whoever came too far down. */
export const crumbs = (label: string, path: readonly { code: PlaceCode; name: string }[]): Html =>
  html`<nav class="crumbs" aria-label="${label}"><ol>${path.map(({ code, name }) => html`<li><a href="/p/${code}">${name}</a></li>`)}</ol></nav>`

/** `more`: what else stands on a place's page, of modules above this one. */
export const peoplePages = (more: (c: Context<Env>, place: Place) => Promise<Html | ''>) =>
  router().get('/p/:code', async (c) => {
    const { db, now } = c.var
    const say = sayIn(c)
    const code = c.req.param('code')
    if (!isPlaceCode(code)) throw notFound()
    const place = await places.find(db, code)
    if (!place) throw notFound()
    if (place.level === 'lane') return c.redirect(`/l/${code}`, 301)
    const on = dayOf(now)
    const over = !standsOn(place, on)
    const parents = pathOf(code).slice(0, -1)
    const [names, inside, contacts] = await Promise.all([
      places.placeNames(db, place.county, parents),
      places.below(db, code, on),
      contactsAt(db, place.county, [code], on),
    ])
    const grids =
      place.level === 'village'
        ? await Promise.all(inside.map(async (grid) => ({ grid, lanes: await places.below(db, grid.code, on) })))
        : []
    const note = (each: Place) => ({ ...each, note: each.households === null ? '' : say('places:households', { count: each.households }) })
    const below =
      grids.length > 0
        ? html`${grids.map(({ grid, lanes }) => html`<h3>${grid.name}</h3>${placeLinks(lanes.map(note))}`)}`
        : placeLinks(inside.map(note))
    const isSmall = place.level === 'village' || place.level === 'grid'
    return page(c, {
      title: place.name,
      status: over ? 410 : 200,
      body: html`${crumbs(
        say('public:place.path'),
        parents.map((each) => ({ code: each, name: names.get(each) ?? each })),
      )}
<h1>${place.name}</h1>
${over ? endedNotice(say, place, await heirsOf(db, code, on), now, c.var.language) : await formerly(c, place, '')}
${contacts.length > 0 ? html`<h2>${say('places:seats')}</h2>${contactList(say, contacts)}` : ''}
${over ? '' : await more(c, place)}
${isSmall && !over ? html`<p><a class="button primary" href="/report?place=${code}">${say('public:board.report')}</a></p>` : ''}
${over ? '' : html`<h2>${say(`public:place.below_${levelOf(code)}`)}</h2>${inside.length === 0 ? html`<p>${say('public:place.nothing')}</p>` : below}`}`,
    })
  })
