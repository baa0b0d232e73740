/** The notice board of a lane (公示牌), as it hangs on the wall: who is responsible, for what, and how to reach them. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Category } from '#modules/categories/category.ts'
import { categoriesOf } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { type Contact, contactList, contactsAt } from '#modules/people/pages/contact.server.ts'
import { crumbs } from '#modules/people/pages.server.ts'
import { isPlaceCode, type Place, pathOf } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { problemPage } from '#server/problem-page.ts'
import type { Say } from '#server/words.ts'
import { inWords } from '#web/ui/instants.ts'
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

async function boardOf(c: Context<Env>, code: string): Promise<Board | undefined> {
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

const isOver = ({ until }: Place, today: string) => until !== null && until <= today

boardPages.get('/l/:code', async (c) => {
  const say = sayIn(c)
  const code = c.req.param('code')
  if (isPlaceCode(code) && code.length < 18) return c.redirect(`/p/${code}`, 302)
  const board = await boardOf(c, code)
  if (!board) return problemPage(c, refuse('not_found'), say('public:board.unknown', { code: code.slice(0, 20) }))
  const { lane, path } = board
  const over = isOver(lane, dayOf(c.var.now))
  return page(c, {
    title: `${lane.name} · ${path.at(-2)?.name ?? ''}`,
    status: over ? 410 : 200,
    body: html`${crumbs(say('public:place.path'), path)}
<article class="board">
<h1>${lane.name}</h1>
<p class="soft">${extentOf(say, lane)}</p>
${over ? ended(say, board, c.var.now, c.var.language) : standing(say, board, c.var.language === 'en')}
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

/** A lane that is no more: since when, and who is asked now. */
const ended = (
  say: Say,
  { lane, path, contacts }: Board,
  now: string,
  language: string,
): Html => html`<p class="notice">${say('public:board.ended', { day: inWords(`${lane.until}T00:00:00+08:00`, now, language).replace(/ 00:00$/, '') })}</p>
${contactList(
  say,
  contacts.filter(({ role }) => role === 'village_official'),
  true,
)}
<p><a class="button" href="/p/${path.at(-2)?.code}">${say('public:board.others', { village: path.at(-2)?.name })}</a></p>`

boardPages.get('/l/:code/print', async (c) => {
  const board = await boardOf(c, c.req.param('code'))
  if (!board || isOver(board.lane, dayOf(c.var.now)))
    return problemPage(c, refuse('not_found'), sayIn(c)('public:board.unknown', { code: c.req.param('code').slice(0, 20) }))
  return printed(c, board)
})
