/** The form on which a resident reports: one page, no steps, and an answer beside every field that needs another look. */
import { html } from 'hono/html'
import { type Html, urgent, urgentNumbers } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { photosAtMost, wordsAtMost } from '../matter.ts'
import { danger } from './danger.server.ts'
import { fields } from './draft.server.ts'
import { type Drawn, described, errorOf } from './field.server.ts'
import { whereFields } from './where.server.ts'

export function reportForm(say: Say, drawn: Drawn): Html {
  const { draft, errors, note, offers } = drawn
  const wrong = fields.filter((field) => errors[field])
  return html`${danger(say, drawn)}<h1>${say('public:report.title')}</h1>
<p class="urgent-line">${urgent(say)}</p>
${note ? html`<div class="notice" role="alert" tabindex="-1" autofocus>${note}</div>` : ''}
${wrong.length > 0 ? html`<div class="notice wrong" tabindex="-1" autofocus><p>${wrong.map((_, index) => html`<strong data-left="${index + 1}"${index + 1 === wrong.length ? '' : html` hidden`}>${say('public:report.again', { count: index + 1 })}</strong>`)}</p><ul>${wrong.map((field) => html`<li><a href="#${field}">${errors[field]}</a></li>`)}</ul></div>` : ''}
${offers ? html`<div class="notice offered" role="alert" tabindex="-1" autofocus><h2>${say('public:offers.title')}</h2><p>${say('public:offers.lead')}</p>${offers}<p><button class="button wide" form="report">${say('public:offers.none')}</button></p></div>` : ''}
<form id="report" method="post" action="/report" enctype="multipart/form-data" novalidate data-draft="${draft.id}">
<input type="hidden" name="commandId" value="${draft.commandId}">
<input type="hidden" name="id" value="${draft.id}">
<input type="hidden" name="tracking" value="${draft.tracking}">
<input type="hidden" name="county" value="${draft.county}">
<input type="hidden" name="shelf" value="${draft.shelf}">
<input type="hidden" name="warned" value="${drawn.choices.some(({ code, isEmergency }) => isEmergency && code === draft.category) ? draft.category : ''}">
${what(say, drawn)}
${whereFields(say, drawn)}
<section>
<label for="words">${say('public:report.words')}</label>
<textarea id="words" name="words" rows="5"${described('words', errors)}>${draft.words}</textarea>
<small data-restored hidden>${say('public:report.restored')}</small>
<small id="words-hint" data-most="${wordsAtMost}">${say('public:report.wordsHint', { count: wordsAtMost })}</small>
${errorOf('words', errors)}
</section>
<div data-offers role="status"></div>
${draft.offered.map((id) => html`<input type="hidden" name="offered" value="${id}">`)}
${pictures(say, drawn)}
${contact(say, drawn)}
<p><button class="primary wide" data-sending="${say('app:sending')}">${say('public:report.send')}</button></p>
</form>`
}

/** Eleven plain questions; the choices under each open with a tap. What is dangerous says at once whom to ring. */
function what(say: Say, { draft, errors, kinds, choices, english }: Drawn): Html {
  const open = (code: string) => draft.category.slice(0, 2) === code || (draft.category === '' && draft.kind === code)
  return html`<fieldset id="category"${described('category', errors)} tabindex="-1">
<legend>${say('public:report.what')}</legend>
<small id="category-hint">${say('public:report.whatHint')}</small>
${errorOf('category', errors)}
${kinds.map(
  (
    kind,
  ) => html`<details class="kind"${open(kind.code) ? html` open` : ''}><summary><span>${english ? kind.askEn : kind.ask}<small data-chosen></small></span></summary>
${choices
  .filter(({ parent }) => parent === kind.code)
  .map(
    (choice) =>
      html`<div class="choice"><input type="radio" name="category" id="c${choice.code}" value="${choice.code}"${choice.isEmergency ? html` data-danger` : ''}${choice.code === draft.category ? html` checked` : ''}><label for="c${choice.code}">${english ? choice.nameEn : choice.name}</label>${choice.isEmergency ? html`<p class="call"><strong>${say('public:report.callFirst')}</strong> ${urgentNumbers(say)}</p>` : ''}</div>`,
  )}</details>`,
)}
</fieldset>`
}

function pictures(say: Say, { errors, thumbnails }: Drawn): Html {
  return html`<section>
<label for="photos">${say('public:report.photos')} <span class="soft">${say('app:optional')}</span></label>
${thumbnails.length > 0 ? html`<fieldset class="thumbs"><legend>${say('public:report.kept', { count: thumbnails.length })}</legend>${thumbnails.map(({ id, source }, index) => html`<label><input type="checkbox" name="photo" value="${id}" checked> <img src="${source}" alt="${say('app:pictures.one', { number: index + 1 })}"></label>`)}</fieldset>` : ''}
<input id="photos" type="file" name="photos" accept="image/*" multiple data-shrink data-most="${photosAtMost}" data-shrinking="${say('public:report.shrinking')}" data-over="${say('public:report.onlyFirst', { count: photosAtMost })}"${described('photos', errors)}>
<small id="photos-hint">${say('public:report.photosHint', { count: photosAtMost })}</small>
${errorOf('photos', errors)}
<div class="thumbs" data-previews></div>
</section>`
}

/** Purpose, keeper, how long and how to have it removed, where it is asked (个人信息保护法 Art 17). */
function contact(say: Say, { draft, errors, keptDays }: Drawn): Html {
  return html`<fieldset>
<legend>${say('public:report.contact')} <span class="soft">${say('app:optional')}</span></legend>
<label for="name">${say('public:report.name')}</label>
<input id="name" name="name" value="${draft.name}" autocomplete="name"${described('name', errors)}>
${errorOf('name', errors)}
<label for="phone">${say('public:report.phone')}</label>
<input id="phone" name="phone" value="${draft.phone}" type="tel" inputmode="tel" autocomplete="tel"${described('phone', errors)}>
${errorOf('phone', errors)}
<small id="name-hint">${say('public:report.privacy')}</small><small id="phone-hint">${say('public:report.rights', { count: keptDays })}</small>
</fieldset>`
}
