/** The two forms by which a resident signs in: a telephone number, then the code that was sent to it. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { maskPhone } from '#modules/people/mask.ts'
import type { Env } from '#server/context.ts'
import { page, sayIn } from '#server/page.ts'
import { codeMinutes } from '../resident.ts'

type Status = 200 | 422 | 429 | 401
export type Shown = { readonly typed?: string; readonly error?: string; readonly status?: Status }

const ofError = (name: string, error: string | undefined) =>
  error ? html` aria-invalid="true" aria-describedby="${name}-error ${name}-hint" autofocus` : html` aria-describedby="${name}-hint"`
const alert = (name: string, error: string | undefined) =>
  error ? html`<p class="error" role="alert" id="${name}-error">${error}</p>` : ''

export function numberForm(c: Context<Env>, { typed = '', error, status = 200 }: Shown = {}): Response | Promise<Response> {
  const say = sayIn(c)
  return page(c, {
    title: say('residents:mine.title'),
    status,
    isPrivate: true,
    hasSession: true,
    body: html`<h1>${say('residents:mine.title')}</h1>
<p>${say('residents:signIn.lead')}</p>
<form method="post" action="/me/code" id="number" novalidate>
<label for="phone">${say('public:report.phone')}</label>
${alert('phone', error)}
<input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" value="${typed}"${ofError('phone', error)}>
<small id="phone-hint">${say('residents:signIn.numberHint')}</small>
<p><button class="primary wide">${say('residents:signIn.send')}</button></p>
</form>
<p class="soft">${say('residents:signIn.noNumber')} <a href="/t">${say('public:home.track')}</a></p>`,
  })
}

/** The same whether or not anything was ever left with the number. */
export function codeForm(c: Context<Env>, phone: string, { error, status = 200 }: Shown = {}): Response | Promise<Response> {
  const say = sayIn(c)
  return page(c, {
    title: say('residents:signIn.code'),
    status,
    isPrivate: true,
    hasSession: true,
    body: html`<h1>${say('residents:signIn.code')}</h1>
<p>${say('residents:signIn.sent', { phone: maskPhone(phone), count: codeMinutes })}</p>
<form method="post" action="/me" id="enter" novalidate>
<input type="hidden" name="phone" value="${phone}">
<label for="code">${say('residents:signIn.codeLabel')}</label>
${alert('code', error)}
<input id="code" name="code" class="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10"${ofError('code', error)}>
<small id="code-hint">${say('residents:signIn.codeHint')}</small>
<p><button class="primary wide">${say('residents:signIn.enter')}</button></p>
</form>
<form method="post" action="/me/code" id="again"><input type="hidden" name="phone" value="${phone}"><button class="button">${say('residents:signIn.again')}</button></form>
<p><a href="/me">${say('residents:signIn.otherNumber')}</a></p>`,
  })
}
