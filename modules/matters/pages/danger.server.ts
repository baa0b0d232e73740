/**
 * What stands before everything else when somebody reports danger: whom to ring. On a restricted path also who will see it, how to be
 * called back safely, and a way off the page that leaves as little behind as a page can see to.
 */
import { html } from 'hono/html'
import type { Category } from '#modules/categories/category.ts'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import type { Drawn } from './field.server.ts'

/** Anybody may be looking at it. */
const harmless = 'https://www.weather.com.cn/'

/** Always in reach of the thumb. The script takes this page's place in the history; without it the link still leads away. */
export const leave = (say: Say, isShown = true): Html =>
  html`<a class="leave" href="${harmless}" rel="noreferrer" data-leave${isShown ? '' : html` hidden`}>${say('public:danger.leave')}</a>`

const calls = (say: Say): Html =>
  html`<p class="calls">${['110', '119', '120'].map((number) => html`<a href="tel:${number}">${say(`public:layout.ring${number}`)}</a>`)}</p>`

/** On the page from the start, so that a script can show it the moment such a category is chosen; the server shows it too. */
export function danger(say: Say, { draft, choices, departments, errors, note }: Drawn): Html {
  const chosen = choices.find(({ code, isEmergency }) => isEmergency && code === draft.category)
  const isFirst = chosen && !note && Object.keys(errors).length === 0
  return html`<div id="danger" class="danger" role="alert" tabindex="-1"${chosen ? '' : html` hidden`}${isFirst ? html` autofocus` : ''}>
<h2>${say('public:danger.title')}</h2>
${calls(say)}
${choices.filter(({ isRestricted }) => isRestricted).map((each) => restricted(say, each, departments, each === chosen))}
<p><a href="#place">${say('public:danger.goOn')}</a></p>
</div>
${leave(say, chosen?.isRestricted ?? false)}`
}

const restricted = (say: Say, { code, ladder, department }: Category, departments: ReadonlyMap<string, string>, isShown: boolean): Html => {
  const seers = ladder.map((role) =>
    role === 'department_officer' ? (departments.get(department) ?? department) : say(`people:roles.${role}`),
  )
  return html`<div data-restricted="${code}"${isShown ? '' : html` hidden`}><p>${say('public:danger.seenBy', { seers: seers.join(say('app:comma')) })}</p><p>${say('public:danger.callBack')}</p></div>`
}
