/** The field for a tracking code, on the home page and wherever a code was not found. */
import { html } from 'hono/html'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'

export const trackField = (
  say: Say,
  { typed = '', error }: { typed?: string; error?: string } = {},
): Html => html`<form method="post" action="/t">
<label for="code">${say('public:track.label')}</label>
<div class="joined"><input id="code" name="code" value="${typed}" class="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="code-hint${error ? ' code-error' : ''}"${error ? html` aria-invalid="true" autofocus` : ''}><button class="button">${say('public:track.button')}</button></div>
${error ? html`<p id="code-error" class="error" role="alert">${error}</p>` : ''}
<small id="code-hint">${say('public:track.hint')}</small>
</form>`
