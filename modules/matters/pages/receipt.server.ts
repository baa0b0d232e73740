/** What a reporter takes away: the code, large, to be written down, copied or kept as a picture. */
import { html } from 'hono/html'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import type { MatterRow } from '../reply.ts'
import { inFours } from './tracking-code.server.ts'

export function receipt(say: Say, { matter, categoryName, placeName, number }: MatterRow, tracking: string): Html {
  const code = inFours(tracking)
  const fours = code.split('-').map((four, index) => html`${index > 0 ? '-' : ''}<span>${four}</span>`)
  return html`<h1>${say('public:receipt.title')}</h1>
<p>${say('public:receipt.keep')}</p>
<div class="receipt"><p class="soft">${say('public:track.label')}</p>
<p class="code big" id="tracking">${fours}</p>
<p class="soft">${matter.seenBy ? '' : html`${categoryName} · `}${placeName}</p>
<p data-copy="${code}" hidden data-done="${say('public:receipt.copied')}" data-failed="${say('public:receipt.copyFailed')}" data-title="${say('public:receipt.picture', { number })}"><button type="button" class="button" data-do="copy">${say('public:receipt.copy')}</button> <button type="button" class="button" data-do="save">${say('public:receipt.save')}</button> <span role="status"></span></p></div>
<p>${say('public:receipt.how')}</p>`
}
