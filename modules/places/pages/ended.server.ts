/** What a page says of a place that ended, and what the page of a place says of those that became it. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import type { Env } from '#server/context.ts'
import { type Html, sayIn } from '#server/page.ts'
import type { Language, Say } from '#server/words.ts'
import { inWords } from '#web/ui/instants.ts'
import { isPlaceCode, type Place } from '../place.ts'
import * as store from '../store.server.ts'
import { heirsOf, namesBefore } from '../successor-store.server.ts'
import { placeLinks } from './hits.server.ts'

const dayInWords = (day: Day, now: Instant, language: Language) => inWords(`${day}T00:00:00+08:00`, now, language).replace(/,? 00:00$/, '')

/** Since when it is no more, and what it is now. */
export const endedNotice = (say: Say, { until }: Place, heirs: readonly Place[], now: Instant, language: Language): Html =>
  html`<p class="notice">${say('public:board.ended', { day: dayInWords(until!, now, language) })}${heirs.length > 0 ? ` ${say('places:ended.now')}` : ''}</p>
${heirs.length > 0 ? placeLinks(heirs) : ''}`

/** "原名河湾村委会", and for who came by an old board or link, that this is the place they look for. */
export async function formerly(c: Context<Env>, place: Place, was: string): Promise<Html> {
  const { db, now, language } = c.var
  const say = sayIn(c)
  const old = isPlaceCode(was) ? await store.find(db, was) : undefined
  const isHeir = old && (await heirsOf(db, old.code, dayOf(now))).some(({ code }) => code === place.code)
  const [name] = await namesBefore(db, place.code)
  return html`${isHeir ? html`<p class="notice" role="status">${say('places:ended.was', { old: old.name, day: dayInWords(old.until!, now, language), name: place.name })}</p>` : ''}
${name && name.name !== place.name ? html`<p class="soft">${say('places:ended.name', { name: name.name, day: dayInWords(name.until, now, language) })}</p>` : ''}`
}
