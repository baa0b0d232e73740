/** All reports left with one telephone number, and what may be done with one's own data. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { County } from '#modules/kernel/ids.ts'
import { rowsOf } from '#modules/matters/names.server.ts'
import type { MatterRow } from '#modules/matters/reply.ts'
import { type Followed, followedBy, numberBehind } from '#modules/matters/reporters/reporters-store.server.ts'
import { maskPhone } from '#modules/people/mask.ts'
import type { Env } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { inWords } from '#web/ui/instants.ts'
import type { Resident } from '../sign-in.server.ts'
import { sessionsOf } from '../store.server.ts'
import { mayForget } from './erasing.server.ts'

/** Nobody has reported more; the newest are shown. */
const shownAtMost = 200

type Report = { readonly followed: Followed; readonly row: MatterRow }

/** With the words people read; over however many counties they reported in. */
async function reportsOf(c: Context<Env>, followed: readonly Followed[]): Promise<Report[]> {
  const { db, language } = c.var
  const counties = [...new Set(followed.map(({ matter }) => matter.county))]
  const rows = await Promise.all(
    counties.map((county: County) =>
      rowsOf(
        db,
        county,
        followed.filter(({ matter }) => matter.county === county).map(({ matter }) => matter),
        language === 'en',
      ),
    ),
  )
  const byId = new Map(rows.flat().map((row) => [row.matter.id, row]))
  return followed.flatMap((each) => {
    const row = byId.get(each.matter.id)
    return row ? [{ followed: each, row }] : []
  })
}

export const allOf = (c: Context<Env>, { phoneKey }: Resident): Promise<Followed[]> => followedBy(c.var.db, phoneKey, shownAtMost)

export async function minePage(c: Context<Env>, resident: Resident): Promise<Response> {
  const { db, secrets, now } = c.var
  const say = sayIn(c)
  const [followed, sealed, sessions] = await Promise.all([
    allOf(c, resident),
    numberBehind(db, resident.phoneKey),
    sessionsOf(db, resident.phoneKey, now),
  ])
  const reports = await reportsOf(c, followed)
  const ended = (await Promise.all(followed.map((each) => mayForget(db, each)))).filter(Boolean).length
  const done = ['erased', 'erasedAll', 'signedOut'].find((each) => each === c.req.query('done'))
  return page(c, {
    title: say('residents:mine.title'),
    isPrivate: true,
    hasSession: true,
    body: html`<h1>${say('residents:mine.title')}</h1>
${done ? html`<p class="notice good" role="status">${say(`residents:done.${done}`)}</p>` : ''}
${sealed ? html`<p class="soft">${say('residents:mine.number', { phone: maskPhone(secrets.open(sealed)) })}</p>` : ''}
${reports.length === 0 ? html`<p>${say('residents:mine.none')}</p><ul class="ways"><li><a href="/report">${say('public:home.report')}</a></li><li><a href="/t">${say('public:home.track')}</a></li></ul>` : html`<ul class="places">${reports.map((report) => entry(c, report))}</ul>`}
${ended > 0 ? eraseAll(c, ended) : ''}
<h2>${say('residents:sessions.title')}</h2>
<ul class="contacts">${sessions.map(
      ({ id, device, createdAt }) =>
        html`<li><span><strong>${say(`residents:sessions.${device ?? 'computer'}`)}</strong>${id === resident.sessionId ? html` ${say('residents:sessions.this')}` : ''}<br><span class="soft">${say('residents:sessions.since', { at: inWords(createdAt, now, c.var.language) })}</span></span><form method="post" action="/me/out"><input type="hidden" name="which" value="${id}"><button class="button">${say('residents:sessions.out')}<span class="unseen"> ${say(`residents:sessions.${device ?? 'computer'}`)}</span></button></form></li>`,
    )}</ul>
${sessions.length > 1 ? html`<form method="post" action="/me/out" id="out-all"><input type="hidden" name="which" value="all"><button class="button wide">${say('residents:sessions.outAll')}</button></form>` : ''}`,
  })
}

/** On a restricted path the list does not say on its face what it is about: somebody may be looking on. */
function entry(c: Context<Env>, { followed: { matter, reporter }, row }: Report): Html {
  const say = sayIn(c)
  const about = matter.seenBy ? say('residents:mine.restricted') : `${row.categoryName} · ${row.placeName}`
  return html`<li><a href="/me/reports/${reporter}"><strong>${about}</strong><small>${say(`residents:states.${matter.status}`)} · ${inWords(matter.reportedAt, c.var.now, c.var.language)}${reporter === matter.id ? '' : html` · ${say('residents:mine.joined')}`}</small></a></li>`
}

function eraseAll(c: Context<Env>, count: number): Html {
  const say = sayIn(c)
  return html`<details class="fold"><summary>${say('residents:erase.all')}</summary><form method="post" action="/me/erase" id="erase-all"><p>${say('residents:erase.allWarning', { count })}</p><button class="button wide">${say('residents:erase.allSend')}</button></form></details>`
}
