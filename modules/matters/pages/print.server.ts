/** The notice board on paper: a sheet of A3 each, to be read standing and scanned from a metre. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day, PlaceCode } from '#modules/kernel/ids.ts'
import { type Contact, forGood } from '#modules/people/pages/contact.server.ts'
import type { Place } from '#modules/places/place.ts'
import { asset } from '#server/assets.ts'
import type { Env } from '#server/context.ts'
import { type Html, mark, sayIn } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import type { Board } from './board.server.ts'

/** On the wall the number is written out: nobody can tap on paper, and a board without it would be none. */
const person = (say: Say, { role, name, phone }: Contact) =>
  html`<li><span>${say(`people:roles.${role}`)}</span><strong>${name}</strong><b>${phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')}</b></li>`

/** What the lane covers and how many live there, said once: some scopes count the households themselves. */
export const extentOf = (say: Say, { scope, households }: Place): string =>
  [
    ...(scope ? [say('public:board.scope', { scope })] : []),
    ...(households !== null && !scope?.includes('户') ? [say('places:households', { count: households })] : []),
  ].join(' · ')

/** One board on one sheet. */
function sheet(say: Say, { lane, path, contacts: today, kinds, address, qr }: Board, english: boolean, day: Day): Html {
  const contacts = forGood(today)
  const hasChief = contacts.some(({ role }) => role === 'lane_chief')
  const where = path
    .slice(1)
    .map(({ name }) => name)
    .join(' ')
  return html`<section class="sheet${contacts.length > 5 ? ' many' : ''}">
<header>${mark}<p>${where}</p></header>
<h1${lane.name.length > 6 ? html` class="long"` : ''}>${lane.name}<small>${say('public:print.board')}</small></h1>
<p class="scope">${extentOf(say, lane)}</p>
${hasChief ? '' : html`<p class="vacant">${say('public:board.vacant')} ${say(contacts.length > 0 ? 'public:board.vacantInstead' : 'public:board.vacantAll')}</p>`}
<ul class="people">${contacts.map((contact) => person(say, contact))}</ul>
<section class="duties"><h2>${say('public:board.duties')}</h2>
<ul>${kinds.map((kind) => html`<li><strong>${english ? kind.nameEn : kind.name}</strong> ${english ? kind.askEn : kind.ask}</li>`)}</ul></section>
<section class="scan">${qr}<div><h2>${say('public:print.scanTitle')}</h2><p>${say('public:print.scanWords')}</p><p class="address">${address.replace(/^https?:\/\//, '')}</p><p class="urgent">${say('public:layout.urgent')} <strong>110 / 119 / 120</strong></p></div></section>
<footer><span>${say('public:board.wrong')}</span><span>${say('public:print.issued', { day })}</span></footer>
</section>`
}

type Sheets = {
  readonly title: string
  readonly boards: readonly Board[]
  /** Where one came from. */
  readonly back: string
  /** For staff: what to record once the sheets are printed. */
  readonly issue?: readonly { readonly lane: PlaceCode; readonly fingerprint: string }[]
}

/** Boards to be printed, a sheet each. */
export function printed(c: Context<Env>, { title, boards, back, issue }: Sheets): Response | Promise<Response> {
  const say = sayIn(c)
  const record = issue
    ? html`<button type="button" data-issue="${JSON.stringify({ boards: issue })}" data-done="${say('places:boards.recorded')}" data-failed="${say('places:boards.notRecorded')}" hidden>${say('places:boards.record', { count: issue.length })}</button> `
    : ''
  return c.html(html`<!doctype html>
<html lang="${c.var.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${asset('print.css')}">
<script type="module" src="${asset('print.js')}"></script>
</head>
<body>
<nav class="tools"><a href="${back}">${say('app:back')}</a> <button type="button" data-print hidden>${say('public:print.button')}</button> ${record}<span role="status">${say('public:print.how')}</span></nav>
<main>
${boards.map((board) => sheet(say, board, c.var.language === 'en', dayOf(c.var.now)))}
</main>
</body>
</html>`)
}
