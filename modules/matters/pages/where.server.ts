/** The form's question "where": known from the board, else looked for by name, else chosen township by township. */
import { html } from 'hono/html'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { type Drawn, described, errorOf } from './field.server.ts'

export function whereFields(say: Say, drawn: Drawn): Html {
  const { draft, errors, where } = drawn
  return html`<fieldset id="place"${described('place', errors)} tabindex="-1">
<legend>${say('public:report.where')}</legend>
${errorOf('place', errors)}
${where.chosen ? chosen(say, drawn) : choosing(say, drawn)}
<div data-point hidden data-done="${say('public:report.pointDone')}" data-denied="${say('public:near.denied')}" data-waiting="${say('public:near.waiting')}"><button type="button" class="button">${say('public:report.point')}</button> <span role="status"></span></div>
<input type="hidden" name="latitude" value="${draft.latitude}"><input type="hidden" name="longitude" value="${draft.longitude}">
</fieldset>`
}

function chosen(say: Say, { draft, where: { chosen, lanes } }: Drawn): Html {
  return html`<p class="picked"><strong>${chosen?.path}</strong> <button class="plain" formnovalidate name="again" value="elsewhere">${say('public:report.elsewhere')}</button></p>
${
  lanes.length === 0
    ? html`<input type="hidden" name="place" value="${chosen?.code}">`
    : html`<label for="lane">${say('public:report.lane')} <span class="soft">${say('app:optional')}</span></label>
<select id="lane" name="place"><option value="${chosen?.code}">${say('public:report.noLane')}</option>${lanes.map(({ grid, lanes: each }) => html`<optgroup label="${grid.name}">${each.map(({ code, name, scope }) => html`<option value="${code}"${code === draft.place ? html` selected` : ''}>${name}${scope ? ` (${scope})` : ''}</option>`)}</optgroup>`)}</select>`
}
<small id="place-hint" class="unseen">${say('public:report.where')}</small>`
}

function choosing(say: Say, { draft, where: { hits, villages } }: Drawn): Html {
  return html`<label for="find">${say('public:report.find')}</label>
<div class="joined"><input id="find" name="find" value="${draft.find}" autocomplete="off" maxlength="50"><button class="button" formnovalidate name="again" value="find">${say('public:home.findButton')}</button></div>
<small id="place-hint">${say('public:report.findHint')}</small>
${hits === undefined ? '' : hits.length === 0 ? html`<p role="status">${say('public:find.none')}</p>` : html`<div class="hits" role="group" aria-label="${say('public:report.found')}">${hits.map(({ code, path }) => html`<div class="choice"><input type="radio" name="place" id="p${code}" value="${code}"><label for="p${code}">${path}</label></div>`)}</div>`}
${villages.map(
  ({ town, villages: each }) =>
    html`<details class="kind"><summary><span>${town.name}<small data-chosen></small></span></summary>${each.map(({ code, name }) => html`<div class="choice"><input type="radio" name="place" id="v${code}" value="${code}"><label for="v${code}">${name}</label></div>`)}</details>`,
)}`
}
