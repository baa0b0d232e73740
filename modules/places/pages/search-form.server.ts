/** The one field in which people look for their lane, and the button that asks the phone where it is. */
import { html } from 'hono/html'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'

export const searchForm = (say: Say, typed = ''): Html => html`<search><form action="/find" data-suggest="/suggest">
<label for="q">${say('public:home.find')}</label>
<div class="joined"><input id="q" type="search" name="q" value="${typed}" autocomplete="off" enterkeyhint="search" maxlength="50" aria-describedby="q-hint"><button>${say('public:home.findButton')}</button></div>
<small id="q-hint">${say('public:home.findHint')}</small>
<div id="suggestions" aria-live="polite" data-none="${say('public:find.none')}"></div>
</form></search>
<p data-near="/near" hidden data-denied="${say('public:near.denied')}" data-waiting="${say('public:near.waiting')}"><button type="button" class="button">${say('public:home.near')}</button><span role="status"></span></p>`
