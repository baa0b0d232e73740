/**
 * "附近已有人反映": open matters that may be the same, before a report is sent. Shown of each is what everybody may know: category, place to the
 * lane, day and state. Never its words, not even masked: "老王家门口的垃圾" is about public space and still names somebody, and no mask is sure
 * to find a name. Two matters of one kind in one lane are told apart by lane, day and state well enough.
 */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, MatterId } from '#modules/kernel/ids.ts'
import { countyOf } from '#modules/places/place.ts'
import type { Env } from '#server/context.ts'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { rowsOf } from '../names.server.ts'
import type { MatterRow } from '../reply.ts'
import { nearTo } from '../reporters/near.server.ts'
import type { Compared } from '../rules/near.ts'

/** What may be the same as a report and has not been turned down already. */
export async function offersFor(c: Context<Env>, report: Compared, before: readonly MatterId[]): Promise<MatterRow[]> {
  const { db, now, language } = c.var
  const near = (await nearTo(db, report, undefined, now)).filter(({ id }) => !before.includes(id))
  return rowsOf(db, countyOf(report.place), near, language === 'en')
}

const daysBetween = (from: Instant, to: Instant): number => (Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000

/** Buttons of the form: whoever joins takes along what they have written, photographed and said about how to reach them. */
export function offerList(say: Say, rows: readonly MatterRow[], now: Instant): Html {
  return html`<ul class="offers">${rows.map(
    ({ matter, categoryName, placeName }) =>
      html`<li><p><strong>${categoryName}</strong> · ${placeName}<br><span class="soft">${say('public:offers.since', { count: daysBetween(matter.reportedAt, now), state: say(`public:offers.states.${matter.status}`) })}</span></p>
<button class="button wide" form="report" formnovalidate name="join" value="${matter.id}">${say('public:offers.join')}</button><input type="hidden" form="report" name="offered" value="${matter.id}"></li>`,
  )}</ul>`
}
