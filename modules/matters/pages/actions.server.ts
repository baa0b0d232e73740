/** What a reporter can do with their matter, as plain forms: only what the rules allow now is offered. */
import { html } from 'hono/html'
import type { Instant } from '#modules/kernel/ids.ts'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import type { Action, Matter } from '../matter.ts'
import { photosAtMost } from '../matter.ts'
import { whyNot } from '../rules/procedure.ts'

export const reporterActions = ['verify', 'reopen', 'comment', 'withdraw', 'rate'] as const satisfies readonly Action[]
export type ReporterAction = (typeof reporterActions)[number]

/** What somebody tried and could not do: shown again in its place, with the words as they were typed. */
export type Tried = {
  readonly action: ReporterAction
  readonly words: string
  readonly rating: string
  readonly photos: readonly { id: string; source: string }[]
  readonly error: string
  /** What the error is about; without one it is about the whole. */
  readonly at?: 'words' | 'photos' | 'rating' | undefined
}

export type Offered = {
  readonly matter: Matter
  /** The address that takes them. */
  readonly at: string
  /** Of somebody who joined: the id of their row. */
  readonly joined: string | undefined
  readonly mint: () => string
  readonly now: Instant
  readonly reopenDays: number
  readonly hasDuplicates: boolean | undefined
  readonly tried: Tried | undefined
}

const hidden = ({ matter, mint }: Offered, action: ReporterAction): Html =>
  html`<input type="hidden" name="commandId" value="${mint()}"><input type="hidden" name="version" value="${matter.version}"><input type="hidden" name="do" value="${action}">`

/** The error stands where its cause is. */
const alert = (action: ReporterAction, { tried }: Offered, at?: Tried['at']): Html | '' =>
  tried?.action === action && tried.at === at
    ? html`<p class="error" role="alert" id="${action}-error" tabindex="-1" autofocus>${tried.error}</p>`
    : ''

const marked = (action: ReporterAction, { tried }: Offered, at: Tried['at']): Html | '' =>
  tried?.action === action && tried.at === at ? html` aria-invalid="true" aria-describedby="${action}-error"` : ''

const typed = (action: ReporterAction, { tried }: Offered): string => (tried?.action === action ? tried.words : '')

const wordsField = (
  say: Say,
  offered: Offered,
  action: ReporterAction,
  isOptional = false,
): Html => html`<label for="${action}-words">${say(`public:actions.${action}Words`)}${isOptional ? html` <span class="soft">${say('app:optional')}</span>` : ''}</label>${alert(action, offered, 'words')}
<textarea id="${action}-words" name="words" rows="3"${marked(action, offered, 'words')}>${typed(action, offered)}</textarea>`

const photosField = (
  say: Say,
  offered: Offered,
  action: ReporterAction,
): Html => html`${offered.tried?.action === action ? offered.tried.photos.map(({ id, source }, index) => html`<label><input type="checkbox" name="photo" value="${id}" checked> <img src="${source}" alt="${say('app:pictures.one', { number: index + 1 })}"></label>`) : ''}
<label for="${action}-photos">${say('public:report.photos')} <span class="soft">${say('app:optional')}</span></label>${alert(action, offered, 'photos')}
<input id="${action}-photos" type="file"${marked(action, offered, 'photos')} name="photos" accept="image/*" multiple data-shrink data-most="${photosAtMost}" data-shrinking="${say('public:report.shrinking')}" data-over="${say('public:report.onlyFirst', { count: photosAtMost })}">
<div class="thumbs" data-previews></div>`

const form = (offered: Offered, action: ReporterAction, inside: Html, hasFiles = false): Html =>
  html`<form method="post" action="${offered.at}"${hasFiles ? html` enctype="multipart/form-data"` : ''} id="${action}" novalidate>${hidden(offered, action)}${inside}</form>`

/** Opened by a tap, so that the page stays short; open when something in it needs another look. */
const folded = (say: Say, offered: Offered, action: ReporterAction, inside: Html): Html =>
  html`<details class="fold"${offered.tried?.action === action ? html` open` : ''}><summary>${say(`public:actions.${action}`)}</summary>${inside}</details>`

/** Last of all, and shown open only once the matter is closed: first whether it was solved, then how well. */
const stars = (say: Say, offered: Offered): Html =>
  form(
    offered,
    'rate',
    html`${alert('rate', offered)}<fieldset class="stars" role="radiogroup"${marked('rate', offered, 'rating')}><legend>${say('public:actions.rate')}</legend>${alert('rate', offered, 'rating')}${[1, 2, 3, 4, 5].map((count) => html`<div><input type="radio" name="rating" id="r${count}" value="${count}"${offered.tried?.rating === String(count) ? html` checked` : ''}><label for="r${count}">${say('public:actions.star', { count })}<small>${say(`public:actions.stars.${count}`)}</small></label></div>`)}</fieldset>
${wordsField(say, offered, 'rate', true)}<button class="button wide">${say('public:actions.rateSend')}</button>`,
  )

/** Who joined can stop following; the matter goes on without them. */
const leaveForm = (say: Say, { at, mint }: Offered): Html =>
  html`<details class="fold"><summary>${say('public:actions.leave')}</summary><form method="post" action="${at}" id="leave"><input type="hidden" name="commandId" value="${mint()}"><input type="hidden" name="do" value="leave"><p>${say('public:actions.leaveWarning')}</p><button class="button wide">${say('public:actions.leaveSend')}</button></form></details>`

export function actionForms(say: Say, offered: Offered): Html {
  const { matter, now, reopenDays, hasDuplicates, tried, joined } = offered
  const offers = (action: ReporterAction) =>
    tried?.action === action || whyNot(matter, action, { as: 'reporter', joined }, { at: now, reopenDays, hasDuplicates }) === undefined
  const each: Record<ReporterAction, () => Html> = {
    verify: () =>
      form(offered, 'verify', html`${alert('verify', offered)}<button class="primary wide">${say('public:actions.verify')}</button>`),
    reopen: () =>
      folded(
        say,
        offered,
        'reopen',
        form(
          offered,
          'reopen',
          html`${alert('reopen', offered)}${wordsField(say, offered, 'reopen')}${photosField(say, offered, 'reopen')}<button class="button wide">${say('public:actions.reopenSend')}</button>`,
          true,
        ),
      ),
    rate: () => (matter.status === 'closed' ? stars(say, offered) : folded(say, offered, 'rate', stars(say, offered))),
    comment: () =>
      folded(
        say,
        offered,
        'comment',
        form(
          offered,
          'comment',
          html`${alert('comment', offered)}${wordsField(say, offered, 'comment')}${photosField(say, offered, 'comment')}<button class="button wide">${say('public:actions.commentSend')}</button>`,
          true,
        ),
      ),
    withdraw: () =>
      folded(
        say,
        offered,
        'withdraw',
        form(
          offered,
          'withdraw',
          html`${alert('withdraw', offered)}<p>${say('public:actions.withdrawWarning')}</p>${wordsField(say, offered, 'withdraw', true)}<button class="button wide">${say('public:actions.withdrawSend')}</button>`,
        ),
      ),
  }
  return html`${reporterActions.filter(offers).map((action) => each[action]())}${joined ? leaveForm(say, offered) : ''}`
}
