/** What a party sees: how the file stands, what was agreed and by when, and the forms that the rules allow them now. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { localDaysOf, placeNames } from '#modules/places/store.server.ts'
import type { Env } from '#server/context.ts'
import { type Html, sayIn } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { dayInWords } from '#web/ui/instants.ts'
import type { Dispute, Term } from '../dispute.ts'
import { typeName } from '../names.server.ts'
import { fileNumber } from '../number.ts'
import { courtUntil, whyNot } from '../rules/procedure.ts'

/** What somebody tried and could not do: shown again in its place, with the words as they were typed. */
export type Tried = { readonly action: string; readonly words: string; readonly error: string }

type Shown = {
  readonly dispute: Dispute
  readonly party: string
  readonly at: string
  readonly names: ReadonlyMap<string, string>
  readonly tried: Tried | undefined
}

const yuan = (fen: number) => (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 })

export async function agreed(c: Context<Env>, { dispute, party, at, names, tried }: Shown): Promise<Html> {
  const { db, now, language, mint } = c.var
  const say = sayIn(c)
  const [places, mediators, local] = await Promise.all([
    placeNames(db, dispute.county, [dispute.committee]),
    namesOf(db, dispute.county, dispute.mediators),
    localDaysOf(db, dispute.county),
  ])
  const committee = places.get(dispute.committee) ?? ''
  const { agreement, status } = dispute
  const may = (action: 'confirmTerm' | 'tell' | 'withdraw') =>
    whyNot(dispute, action, { as: 'party', party }, { at: now, local }) === undefined
  const day = (on: string) => dayInWords(on, now, language)
  const until = status === 'performing' ? courtUntil(dispute, local) : null
  const done = c.req.query('done')
  const hidden = (action: string) =>
    html`<input type="hidden" name="commandId" value="${mint()}"><input type="hidden" name="do" value="${action}">`
  const failed = (action: string) => (tried?.action === action ? html`<p class="error" role="alert">${tried.error}</p>` : '')
  const typed = (action: string) => (tried?.action === action ? tried.words : '')

  return html`<h1>${say('disputes:party.title')}</h1>
${done && /^(confirmTerm|tell|withdraw)$/.test(done) ? html`<p class="notice good" role="status">${say(`disputes:party.done.${done}`)}</p>` : ''}
<p class="soft">${typeName(dispute.type, language)}<br><span class="unbroken">${fileNumber(dispute, committee)}</span></p>
<p><strong>${say(`disputes:statuses.${status}`)}</strong></p>
<p>${say('disputes:party.before', { committee: say('disputes:committee', { place: committee }), mediators: [...mediators.values()].join(language === 'en' ? ', ' : '、') })}</p>
${agreement?.effectiveOn ? html`<h2>${say('disputes:party.agreed', { day: day(agreement.effectiveOn) })}</h2>${terms()}` : html`<p>${say('disputes:party.nothing')}</p>`}
${until && until >= dayOf(now) && !dispute.confirmation && agreement?.form === 'written' ? html`<p class="notice">${say('disputes:party.court', { day: day(until) })}</p>` : ''}
${dispute.confirmation?.result ? html`<p>${say(`disputes:courtResults.${dispute.confirmation.result}`)}</p>` : ''}
${may('tell') ? html`<h2>${say('disputes:party.tell')}</h2><form method="post" action="${at}">${hidden('tell')}<label for="tell-words">${say('disputes:party.tellWords')}</label>${failed('tell')}<textarea id="tell-words" name="words" rows="3" maxlength="500" required>${typed('tell')}</textarea><button type="submit">${say('disputes:party.send')}</button></form>` : ''}
${may('withdraw') ? html`<details${tried?.action === 'withdraw' ? html` open` : ''}><summary>${say('disputes:party.withdraw')}</summary><p>${say('disputes:party.routes')}</p><form method="post" action="${at}">${hidden('withdraw')}<label for="withdraw-words">${say('disputes:party.withdrawWords')} <span class="soft">${say('app:optional')}</span></label>${failed('withdraw')}<textarea id="withdraw-words" name="words" rows="2" maxlength="500">${typed('withdraw')}</textarea><button type="submit" class="secondary">${say('disputes:party.withdrawDo')}</button></form></details>` : ''}
<p class="soft">${say('disputes:party.private')}</p>`

  function terms(): Html {
    return html`${failed('confirmTerm')}<ol class="terms">${(agreement?.terms ?? []).map((term) => html`<li><p>${names.get(term.by) ?? say('disputes:events.party')}：${term.what}${term.fen === null ? '' : html`，<span class="unbroken">${say('disputes:party.yuan', { yuan: yuan(term.fen) })}</span>`}</p><p class="soft">${say('disputes:party.way', { way: term.way, day: day(term.dueOn) })} · <strong>${say(`disputes:termStates.${term.state}`)}</strong></p>${confirmForm(say, term)}</li>`)}</ol>`
  }

  /** Who was promised something says that it was done; who promised it does not confirm their own. */
  function confirmForm(say: Say, term: Term): Html | '' {
    if (term.by === party || term.state === 'breached' || !may('confirmTerm')) return ''
    if (term.confirmedBy.includes(party)) return html`<p class="soft">${say('disputes:party.confirmed')}</p>`
    return html`<form method="post" action="${at}">${hidden('confirmTerm')}<input type="hidden" name="term" value="${term.id}"><button type="submit" class="secondary">${say('disputes:party.confirm')}</button></form>`
  }
}
