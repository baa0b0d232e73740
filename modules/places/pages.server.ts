/** The public pages on which somebody finds their lane: by name, by where they stand, or down the tree of townships. */
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import { router } from '#server/context.ts'
import { page, sayIn } from '#server/page.ts'
import { findPlaces } from './pages/finder.server.ts'
import { addressOfPlace, placeLinks } from './pages/hits.server.ts'
import { nearPage } from './pages/near.server.ts'
import { searchForm } from './pages/search-form.server.ts'
import { trackField } from './pages/track-field.server.ts'
import { isPlaceCode } from './place.ts'
import * as store from './store.server.ts'
import type { PlaceHit } from './wire.ts'

const shown = 20
const suggested = 8

export const placePages = router()

const split = ({ code, name, path }: PlaceHit) => ({ code, name, note: path.split(' ').slice(0, -1).join(' ') })

placePages.get('/', async (c) => {
  const { db, now } = c.var
  const say = sayIn(c)
  const counties = await Promise.all(
    (await store.counties(db)).map(async ({ code, name }) => ({ name, towns: await store.below(db, code as string as never, dayOf(now)) })),
  )
  return page(c, {
    title: say('public:home.title'),
    scripts: ['find.js'],
    body: html`<h1>${say('public:home.title')}</h1>
<p class="lead">${say('public:home.lead')}</p>
${searchForm(say)}
<h2 id="towns">${say('public:home.towns')}</h2>
${counties.length === 0 ? html`<p>${say('public:home.empty')}</p>` : ''}
${counties.map(({ name, towns }) => html`${counties.length > 1 ? html`<h3>${name}</h3>` : ''}${placeLinks(towns)}`)}
<p class="apart"><a class="button wide" href="/report">${say('public:home.report')}<small>${say('public:home.reportHint')}</small></a></p>
<h2>${say('public:home.track')}</h2>
${trackField(say)}
<p><a href="/me">${say('residents:mine.title')}</a> <span class="soft">${say('residents:mine.hint')}</span></p>`,
  })
})

placePages.get('/find', async (c) => {
  const { db, now } = c.var
  const say = sayIn(c)
  const typed = (c.req.query('q') ?? '').trim().slice(0, 50)
  const code = typed.replace(/\s/g, '')
  if (isPlaceCode(code) && (await store.find(db, code))) return c.redirect(addressOfPlace(code), 303)
  const found = await findPlaces(db, typed, dayOf(now), shown + 1)
  const title = typed ? say('public:find.title', { typed }) : say('public:home.find')
  return page(c, {
    title,
    scripts: ['find.js'],
    body: html`<h1>${title}</h1>
${searchForm(say, typed)}
<div role="status">${typed && found.length === 0 ? html`<p>${say('public:find.none')}</p>` : ''}</div>
${placeLinks(found.slice(0, shown).map(split))}
${found.length > shown ? html`<p>${say('public:find.more', { count: shown })}</p>` : ''}
<p><a href="/#towns">${say('public:home.towns')}</a></p>`,
  })
})

/** For the small script under the search field. */
placePages.get('/suggest', async (c) => {
  const found = await findPlaces(c.var.db, (c.req.query('q') ?? '').trim(), dayOf(c.var.now), suggested)
  c.header('cache-control', 'private, max-age=60')
  return c.json(found.map((hit) => ({ ...split(hit), address: addressOfPlace(hit.code) })))
})

placePages.get('/near', nearPage)
