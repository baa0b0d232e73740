/** The lanes nearest to where somebody stands. Where that was is in the address for this one answer, and kept nowhere. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Env } from '#server/context.ts'
import { page, sayIn } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { type Place, within } from '../place.ts'
import * as store from '../store.server.ts'
import { placeLinks } from './hits.server.ts'
import { searchForm } from './search-form.server.ts'

const shown = 6
/** Beyond this the asker is somewhere else: 20 kilometres. */
const farMetres = 20_000

const Point = z.object({ lat: z.coerce.number().min(-90).max(90), lng: z.coerce.number().min(-180).max(180) })
type Near = Place & { metres: number }

async function nearest({ var: { db, now } }: Context<Env>, { lat, lng }: z.infer<typeof Point>): Promise<Near[]> {
  const each = await Promise.all((await store.counties(db)).map(({ code }) => store.nearest(db, code, lat, lng, dayOf(now), shown)))
  const near = each.flat().filter(({ metres }) => metres <= farMetres)
  return near.sort((one, other) => one.metres - other.metres).slice(0, shown)
}

const far = (say: Say, metres: number): string =>
  metres < 1000
    ? say('public:near.metres', { count: Math.max(10, Math.round(metres / 10) * 10) })
    : say('public:near.kilometres', { count: Math.round(metres / 100) / 10 })

/** Each lane with its town, its village and how far it is. */
async function described({ var: { db } }: Context<Env>, say: Say, lanes: readonly Near[]) {
  const above = ({ code }: Near) => (['town', 'village'] as const).flatMap((level) => within(code, level) ?? [])
  const counties = [...new Set(lanes.map(({ county }) => county))]
  const maps = await Promise.all(counties.map((county) => store.placeNames(db, county, lanes.flatMap(above))))
  const names = new Map<PlaceCode, string>(maps.flatMap((map) => [...map]))
  return lanes.map((lane) => ({ ...lane, note: [...above(lane).map((code) => names.get(code)), '·', far(say, lane.metres)].join(' ') }))
}

export async function nearPage(c: Context<Env>): Promise<Response> {
  const say = sayIn(c)
  const title = say('public:near.title')
  const point = c.req.query('lat') ? Point.safeParse(c.req.query()) : undefined
  const lanes = point?.success ? await described(c, say, await nearest(c, point.data)) : []
  const trouble = !point ? 'noPoint' : !point.success ? 'badPoint' : lanes.length === 0 ? 'none' : undefined
  return page(c, {
    title,
    isPrivate: true,
    status: trouble === 'badPoint' ? 422 : 200,
    scripts: ['find.js'],
    body: html`<h1>${title}</h1>
${trouble ? html`<p role="status">${say(`public:near.${trouble}`)}</p>` : html`<p>${say('public:near.lead')}</p>${placeLinks(lanes)}`}
${searchForm(say)}
<p><a href="/#towns">${say('public:home.towns')}</a></p>`,
  })
}
