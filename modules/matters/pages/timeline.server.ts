/** How a matter stands and how it got there, for the person who reported it: five steps, a promise, and the story, newest first. */
import { html } from 'hono/html'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { ring } from '#modules/people/pages/contact.server.ts'
import type { Html } from '#server/page.ts'
import type { Language, Say } from '#server/words.ts'
import { dayInWords, distance, inWords } from '#web/ui/instants.ts'
import type { ApplicationKind, Matter } from '../matter.ts'
import type { Consequence } from '../rules/event.ts'
import type { Step, Story } from './story.server.ts'

const stages = ['received', 'accepted', 'working', 'settled', 'confirmed'] as const

/** Which of the five steps it has reached; past the last once it is closed. */
const reached = ({ status }: Matter): number =>
  ({ waiting: 0, working: 2, suspended: 2, linked: 1, settled: 3, closed: stages.length, refused: 0, withdrawn: 0, voided: 0 })[status]

const dayWords = (at: Instant, now: Instant, language: Language): string => dayInWords(dayOf(at), now, language)

const ended: readonly Matter['status'][] = ['refused', 'withdrawn', 'voided']

export function stagesOf(say: Say, matter: Matter): Html | '' {
  if (ended.includes(matter.status)) return ''
  const at = reached(matter)
  return html`<ol class="stages">${stages.map((stage, index) => {
    const state = index < at ? 'done' : index === at ? 'now' : 'ahead'
    return html`<li class="${state}"${state === 'now' ? html` aria-current="step"` : ''}>${say(`public:progress.stages.${stage}`)}<span class="unseen"> ${say(`public:progress.stageStates.${state}`)}</span></li>`
  })}</ol>`
}

const time = (at: Instant, now: Instant, language: Language): Html =>
  html`<time class="unbroken" datetime="${at}">${inWords(at, now, language)}</time>`

/** The last step by which an application of a kind was granted. */
const granted = ({ steps }: Story, kind: ApplicationKind): Step | undefined =>
  steps.findLast((step) => step.type === 'granted' && step.consequence.kind === kind)

/** What had been promised before, if what is promised now comes from an extension. */
function extendedFrom(story: Story, { settleBy }: Matter): Instant | undefined {
  const step = granted(story, 'extension')
  const isNow = step?.type === 'granted' && step.consequence.kind === 'extension' && step.consequence.settleBy === settleBy
  return isNow ? step.promised : undefined
}

/** Who has it, what they promised, how long that is off; what is late is said to be late. */
export function standing(say: Say, matter: Matter, story: Story, now: Instant, language: Language): Html {
  const { status } = matter
  if (status === 'linked' && story.main)
    return html`<div class="standing">
<p class="lead"><strong>${say('public:progress.now.linked')}</strong></p>
${inMain(say, story.main, now, language)}
</div>`
  // Whose word it is: of what the committee settled or has, not the holder's.
  const last = story.steps.findLast(({ type }) => type === 'mediated' || type === 'settled' || type === 'granted' || type === 'resumed')
  const mediation =
    status === 'suspended' && last?.type === 'mediated'
      ? 'mediated'
      : status === 'settled' && last?.type === 'settled' && last.mediated
        ? 'settledMediated'
        : status
  const because =
    status === 'suspended' || status === 'voided' ? granted(story, status === 'voided' ? 'voiding' : 'suspension')?.because : null
  return html`<div class="standing">
<p class="lead"><strong>${say(`public:progress.now.${mediation}`, { holder: story.holder, until: until(matter, now, language) })}</strong></p>
${because ? html`<p>${say('public:progress.because', { because })}</p>` : ''}
${status === 'voided' ? html`<p>${say('public:progress.voidedNext')} <a href="/report?place=${matter.place}">${say('public:home.report')}</a></p>` : ''}
${promises(say, matter, story, now, language)}
</div>`
}

/** The day on which a matter that was put off goes on. */
const until = ({ pause }: Matter, now: Instant, language: Language): string => (pause?.until ? dayWords(pause.until, now, language) : '')

function promises(say: Say, matter: Matter, story: Story, now: Instant, language: Language): Html {
  const { status, acceptBy, settleBy, dueBy, silenceAt, lateSince } = matter
  const when = (at: Instant | null) => (at ? inWords(at, now, language) : '')
  const isLate = dueBy !== null && dueBy < now && status !== 'suspended'
  const left = dueBy && status !== 'suspended' ? distance(dueBy, now) : undefined
  const extended = status === 'working' ? extendedFrom(story, matter) : undefined
  return html`${status === 'waiting' ? html`<p>${say('public:progress.promiseBoth', { accept: when(acceptBy), settle: when(settleBy) })}</p>` : ''}
${status === 'working' ? html`<p>${say('public:progress.promise', { settle: when(settleBy) })}${extended ? html` ${say('public:progress.extended', { before: when(extended) })}` : ''}</p>` : ''}
${status === 'settled' ? html`<p>${say('public:progress.silence', { at: when(silenceAt) })}</p>` : ''}
${left ? html`<p class="${isLate ? 'late' : 'soft'}">${say(`app:${left.isPast ? 'over' : 'left'}.${left.unit}`, { count: left.count })}${isLate ? html` · ${say('public:progress.late')}` : ''}</p>` : ''}
${left && !isLate && lateSince ? html`<p class="late">${say('public:progress.lateBefore')}</p>` : ''}
${dueBy && story.ring.length > 0 ? html`<p>${story.ring.map((person) => html`${person.name} ${ring(say, person)} `)}</p>` : ''}`
}

/** How the matter stands in which this one goes on: its state and its promise. Of its words, only what was done about it. */
function inMain(say: Say, { file, holder }: Story, now: Instant, language: Language): Html {
  const { matter } = file.row
  const { status, settleBy, outcome } = matter
  const isOpen = status === 'waiting' || status === 'working'
  return html`<p>${say(`public:progress.main.${status}`, { holder, until: until(matter, now, language) })}</p>
${isOpen ? html`<p>${say('public:progress.promise', { settle: inWords(settleBy, now, language) })}</p>` : ''}
${outcome && !isOpen && !matter.seenBy ? html`<blockquote>${outcome}</blockquote>` : ''}`
}

/** `at`: the address of the page it stands on. */
export function storyList(say: Say, { steps, file }: Story, at: string, now: Instant, language: Language): Html {
  const { seenBy } = file.row.matter
  return html`<ol class="story">${[...steps].reverse().map(
    (step) => html`<li>
<p>${time(step.at, now, language)}<br><strong>${headline(say, step, now, language)}</strong></p>
${saidIn(step).map((words) => (seenBy ? folded(say, words) : html`<blockquote>${words}</blockquote>`))}
${step.type === 'refused' ? html`<p>${say('public:progress.channel')} <strong>${step.channel}</strong></p>` : ''}
${step.type === 'passedUp' || step.isWithheld || !step.photos?.length ? '' : html`<p class="thumbs">${step.photos.map((id, index) => html`<a href="${at}/photos/${id}"><img src="${at}/photos/${id}?size=small" alt="${say('app:pictures.one', { number: index + 1 })}" loading="lazy"></a>`)}</p>`}
</li>`,
  )}</ol>`
}

/** Not for who looks over a shoulder. */
const folded = (say: Say, words: string): Html =>
  html`<details><summary>${say('public:progress.showWords')}</summary><blockquote>${words}</blockquote></details>`

function headline(say: Say, step: Step, now: Instant, language: Language): string {
  const { key, at = null } = named(step)
  const facts = {
    who: step.who ?? say('public:progress.you'),
    to: step.toWhom,
    rating: 'rating' in step ? step.rating : 0,
    before: inWords(step.promised, now, language),
    settle: at && inWords(at, now, language),
    until: at && dayWords(at, now, language),
    category: step.categoryName,
  }
  return say(`public:progress.events.${key}`, facts)
}

/** The sentence of a step, and the time it is about. Nobody is named for having been slow. */
function named(step: Step): { key: string; at?: Instant } {
  const mine = step.isWithheld ? 'Other' : step.as === 'reporter' ? 'You' : ''
  switch (step.type) {
    case 'reported':
    case 'commented':
    case 'verified':
    case 'reopened':
      return { key: `${step.type}${mine}` }
    case 'withdrawn':
    case 'rated':
      return { key: `${step.type}${step.isWithheld ? 'Other' : ''}` }
    case 'lapsed':
      return { key: step.what === 'accept' ? 'lapsedAccept' : 'lapsedSettle' }
    case 'moved':
      return { key: step.why === 'vacancy' ? 'moved' : step.goesOn ? 'movedPlaceGoesOn' : 'movedPlace' }
    case 'resumed':
      return { key: step.why === 'asked' ? 'resumedAsked' : step.why === 'mediation' ? 'resumedMediation' : 'resumed', at: step.settleBy }
    case 'settled':
      return { key: step.mediated ? 'settledMediated' : 'settled' }
    case 'mediated':
      return { key: 'mediated', at: step.pause.until }
    case 'unlinked':
      return { key: 'unlinked', at: step.settleBy }
    case 'granted':
      return grantedStep(step.consequence)
    default:
      return { key: step.type }
  }
}

function grantedStep(consequence: Consequence): { key: string; at?: Instant } {
  switch (consequence.kind) {
    case 'extension':
      return { key: 'grantedExtension', at: consequence.settleBy }
    case 'suspension':
      return { key: 'grantedSuspension', at: consequence.pause.until }
    case 'reclassification':
      return { key: 'grantedReclassification' }
    case 'voiding':
      return { key: 'grantedVoiding' }
    case 'notOurs':
      return { key: 'grantedNotOurs' }
  }
}

function saidIn(step: Step): string[] {
  if (step.isWithheld && step.type !== 'reported') return []
  switch (step.type) {
    case 'reported':
      return [...(step.isWithheld ? [] : [step.words]), ...(step.outcome ? [step.outcome] : [])]
    case 'settled':
      return [step.outcome]
    case 'passedUp':
    case 'refused':
    case 'reopened':
      return [step.reason]
    case 'joined':
      return step.words ? [step.words] : []
    case 'withdrawn':
      return step.reason ? [step.reason] : []
    case 'commented':
      return [step.words]
    case 'granted':
      return step.because ? [step.because] : []
    case 'rated':
      return step.words ? [step.words] : []
    default:
      return []
  }
}
