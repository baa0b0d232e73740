/** The notice board of a lane (公示牌), as it hangs on the wall: who is responsible, for what, and how to reach them. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Category } from '#modules/categories/category.ts'
import { categoriesOf } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { fingerprintsOf } from '#modules/people/board.server.ts'
import { type Contact, contactList, contactsAt } from '#modules/people/pages/contact.server.ts'
import { crumbs } from '#modules/people/pages.server.ts'
import { endedNotice, formerly } from '#modules/places/pages/ended.server.ts'
import { covers, isPlaceCode, type Place, pathOf, standsOn } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { heirsOf } from '#modules/places/successor-store.server.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { problemPage } from '#server/problem-page.ts'
import type { Say } from '#server/words.ts'
import { printsFor } from '../boards/printer.ts'
import { extentOf, printed } from './print.server.ts'
import { qr } from './qr.server.ts'

export type Board = {
  readonly lane: Place
  readonly path: readonly { readonly code: PlaceCode; readonly name: string }[]
  readonly contacts: readonly Contact[]
  readonly kinds: readonly Category[]
  readonly address: string
  readonly qr: Html
}

export const boardPages = router()

/** Everything that stands on a lane's board today; undefined if there is no such lane. */
export async function boardOf(c: Context<Env>, code: string): Promise<Board | undefined> {
  const { db, now, address } = c.var
  const lane = isPlaceCode(code) && code.length === 18 ? await places.find(db, code) : undefined
  if (!lane) return undefined
  const path = pathOf(lane.code)
  const [names, contacts, categories] = await Promise.all([
    places.placeNames(db, lane.county, path),
    contactsAt(db, lane.county, path.slice(2), dayOf(now)),
    categoriesOf(db, lane.county as County),
  ])
  const here = `${address}/l/${code}`
  return {
    lane,
    path: path.slice(0, -1).map((each) => ({ code: each, name: names.get(each) ?? each })),
    contacts,
    kinds: categories.filter(({ parent }) => parent === null),
    address: here,
    qr: await qr(here, sayIn(c)('public:board.qrLabel', { lane: lane.name })),
  }
}

boardPages.get('/l/:code', async (c) => {
  const say = sayIn(c)
  const code = c.req.param('code')
  if (isPlaceCode(code) && code.length < 18) return c.redirect(`/p/${code}`, 302)
  const board = await boardOf(c, code)
  if (!board) return problemPage(c, refuse('not_found'), say('public:board.unknown', { code: code.slice(0, 20) }))
  const { lane, path } = board
  const { db, now } = c.var
  const over = !standsOn(lane, dayOf(now))
  const heirs = over ? await heirsOf(db, lane.code, dayOf(now)) : []
  const [heir] = heirs
  // The code on an old board leads on to the lane as it is now, which says so.
  if (heir?.level === 'lane' && heirs.length === 1) return c.redirect(`/l/${heir.code}?was=${lane.code}`, 302)
  const was = c.req.query('was') ?? ''
  return page(c, {
    title: `${lane.name} · ${path.at(-2)?.name ?? ''}`,
    status: over ? 410 : 200,
    body: html`${crumbs(say('public:place.path'), path)}
<article class="board">
${over ? '' : await formerly(c, lane, was)}
<h1>${lane.name}</h1>
<p class="soft">${extentOf(say, lane)}</p>
${over ? ended(say, board, heirs, c) : standing(say, board, c.var.language === 'en')}
</article>`,
  })
})

function standing(say: Say, { lane, contacts, kinds, qr: code }: Board, english: boolean): Html {
  const chiefs = contacts.filter(({ role }) => role === 'lane_chief')
  const others = contacts.filter(({ role }) => role !== 'lane_chief')
  const instead = chiefs.length === 0
  return html`${instead ? html`<p class="notice"><strong>${say('public:board.vacant')}</strong> ${say(others.length > 0 ? 'public:board.vacantInstead' : 'public:board.vacantAll')}</p>` : contactList(say, chiefs, true)}
${contactList(say, others, instead)}
<p><a class="button primary wide" href="/report?lane=${lane.code}">${say('public:board.report')}</a></p>
<h2>${say('public:board.duties')}</h2>
<ul class="kinds">${kinds.map((kind) => html`<li><a href="/report?lane=${lane.code}&amp;kind=${kind.code}"><strong>${english ? kind.nameEn : kind.name}</strong><small>${english ? kind.askEn : kind.ask}</small></a></li>`)}</ul>
<figure class="scan">${code}<figcaption>${say('public:board.scan')}<small class="unbroken">${lane.code}</small><a href="/l/${lane.code}/print">${say('public:board.print')}</a></figcaption></figure>
<p class="soft">${say('public:board.wrong')}</p>`
}

/** A lane that is no more: since when, what it is now, and who is asked. */
const ended = (
  say: Say,
  { lane, path, contacts }: Board,
  heirs: readonly Place[],
  { var: { now, language } }: Context<Env>,
): Html => html`${endedNotice(say, lane, heirs, now, language)}
${
  heirs.length > 0
    ? ''
    : html`${contactList(
        say,
        contacts.filter(({ role }) => role === 'village_official'),
        true,
      )}
<p><a class="button" href="/p/${path.at(-2)?.code}">${say('public:board.others', { village: path.at(-2)?.name })}</a></p>`
}`

/** Anybody may print a board; only who answers for it records that the new one hangs, for otherwise the old one would seem replaced. */
boardPages.get('/l/:code/print', async (c) => {
  const { db, now, actor } = c.var
  const board = await boardOf(c, c.req.param('code'))
  if (!board || !standsOn(board.lane, dayOf(now)))
    return problemPage(c, refuse('not_found'), sayIn(c)('public:board.unknown', { code: c.req.param('code').slice(0, 20) }))
  const { lane } = board
  const title = sayIn(c)('public:print.title', { lane: lane.name })
  const back = `/l/${lane.code}`
  if (!actor || !printsFor(actor).some((place) => covers(place, lane.code))) return printed(c, { title, boards: [board], back })
  c.header('cache-control', 'no-store')
  const fingerprints = await fingerprintsOf(db, lane.county, [lane], dayOf(now))
  return printed(c, { title, boards: [board], back, issue: [{ lane: lane.code, fingerprint: fingerprints.get(lane.code)! }] })
})
