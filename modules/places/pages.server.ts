/** The public pages on which somebody finds their lane: by name, by where they stand, or down the tree of townships. */
import { html } from 'hono/html'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import { router } from '#server/context.ts'
import { page, sayIn } from '#server/page.ts'
import { findPlaces } from './pages/finder.server.ts'
import { addressOfPlace, placeLinks } from './pages/hits.server.ts'
import { trackField } from './pages/track-field.server.ts'
import { isPlaceCode } from './place.ts'
import * as store from './store.server.ts'
import type { PlaceHit } from './wire.ts'

const shown = 20
const suggested = 8
const nearby = 6
/** Beyond this the asker is somewhere else: 20 kilometres. */
const farMetres = 20_000

export const placePages = router()

const searchForm = (say: ReturnType<typeof sayIn>, typed = '') => html`<form action="/find" role="search" data-suggest="/suggest">
<label for="q">${say('public:home.find')}</label>
<div class="joined"><input id="q" type="search" name="q" value="${typed}" autocomplete="off" enterkeyhint="search" maxlength="50" aria-describedby="q-hint"><button>${say('public:home.findButton')}</button></div>
<small id="q-hint">${say('public:home.findHint')}</small>
<div id="suggestions" aria-live="polite" data-none="${say('public:find.none')}"></div>
</form>
<p data-near="/near" hidden data-denied="${say('public:near.denied')}" data-waiting="${say('public:near.waiting')}"><button type="button" class="button">${say('public:home.near')}</button><span role="status"></span></p>`

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
<nav class="twins" aria-label="${say('public:home.todo')}">
<a class="button wide" href="/report">${say('public:home.report')}<small>${say('public:home.reportHint')}</small></a>
</nav>
${trackField(say)}
<h2 id="towns">${say('public:home.towns')}</h2>
${counties.length === 0 ? html`<p>${say('public:home.empty')}</p>` : ''}
${counties.map(({ name, towns }) => html`${counties.length > 1 ? html`<h3>${name}</h3>` : ''}${placeLinks(towns)}`)}`,
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

const Point = z.object({ lat: z.coerce.number().min(-90).max(90), lng: z.coerce.number().min(-180).max(180) })

placePages.get('/near', async (c) => {
  const { db, now } = c.var
  const say = sayIn(c)
  const title = say('public:near.title')
  const point = c.req.query('lat') ? Point.safeParse(c.req.query()) : undefined
  const lanes = point?.success ? await nearest(point.data) : []
  async function nearest({ lat, lng }: z.infer<typeof Point>) {
    const each = await Promise.all((await store.counties(db)).map(({ code }) => store.nearest(db, code, lat, lng, dayOf(now), nearby)))
    const near = each
      .flat()
      .filter(({ metres }) => metres <= farMetres)
      .sort((one, other) => one.metres - other.metres)
      .slice(0, nearby)
    const names = new Map(
      (
        await Promise.all(
          [...new Set(near.map(({ county }) => county))].map((county) =>
            store.placeNames(
              db,
              county,
              near.flatMap(({ code }) => [code.slice(0, 9), code.slice(0, 12)] as never[]),
            ),
          ),
        )
      ).flatMap((some) => [...some]),
    )
    return near.map(({ code, name, metres }) => ({
      code,
      name,
      note: `${names.get(code.slice(0, 9) as never)} ${names.get(code.slice(0, 12) as never)} · ${far(metres)}`,
    }))
  }
  const far = (metres: number) =>
    metres < 1000
      ? say('public:near.metres', { count: Math.max(10, Math.round(metres / 10) * 10) })
      : say('public:near.kilometres', { count: Math.round(metres / 100) / 10 })
  const trouble = !point
    ? 'public:near.noPoint'
    : !point.success
      ? 'public:near.badPoint'
      : lanes.length === 0
        ? 'public:near.none'
        : undefined
  return page(c, {
    title,
    isPrivate: true,
    status: point && !point.success ? 422 : 200,
    scripts: ['find.js'],
    body: html`<h1>${title}</h1>
${trouble ? html`<p role="status">${say(trouble)}</p>` : html`<p>${say('public:near.lead')}</p>${placeLinks(lanes)}`}
${searchForm(say)}
<p><a href="/#towns">${say('public:home.towns')}</a></p>`,
  })
})
