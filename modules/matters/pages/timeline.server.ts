/** How a matter stands and how it got there, for the person who reported it: five steps, a promise, and the story, newest first. */
import { html } from 'hono/html'
import type { Instant } from '#modules/kernel/ids.ts'
import { ring } from '#modules/people/pages/contact.server.ts'
import type { Html } from '#server/page.ts'
import type { Language, Say } from '#server/words.ts'
import { distance, inWords } from '#web/ui/instants.ts'
import type { Matter } from '../matter.ts'
import type { Step, Story } from './story.server.ts'

const stages = ['received', 'accepted', 'working', 'settled', 'confirmed'] as const

/** Which of the five steps it has reached; past the last once it is closed. */
const reached = ({ status }: Matter): number =>
  ({ waiting: 0, working: 2, suspended: 2, linked: 1, settled: 3, closed: stages.length, refused: 0, withdrawn: 0, voided: 0 })[status]

export function stagesOf(say: Say, matter: Matter): Html | '' {
  if (matter.status === 'refused' || matter.status === 'withdrawn') return ''
  const at = reached(matter)
  return html`<ol class="stages">${stages.map((stage, index) => {
    const state = index < at ? 'done' : index === at ? 'now' : 'ahead'
    return html`<li class="${state}"${state === 'now' ? html` aria-current="step"` : ''}>${say(`public:progress.stages.${stage}`)}<span class="unseen"> ${say(`public:progress.stageStates.${state}`)}</span></li>`
  })}</ol>`
}

const time = (at: Instant, now: Instant, language: Language): Html =>
  html`<time class="unbroken" datetime="${at}">${inWords(at, now, language)}</time>`

/** Who has it, what they promised, how long that is off; what is late is said to be late. */
export function standing(say: Say, matter: Matter, { holder, ring: people }: Story, now: Instant, language: Language): Html {
  const { status, acceptBy, settleBy, dueBy, silenceAt } = matter
  const when = (at: Instant | null) => (at ? inWords(at, now, language) : '')
  const isLate = dueBy !== null && dueBy < now
  const left = dueBy ? distance(dueBy, now) : undefined
  return html`<div class="standing">
<p class="lead"><strong>${say(`public:progress.now.${status}`, { holder })}</strong></p>
${status === 'waiting' ? html`<p>${say('public:progress.promiseBoth', { accept: when(acceptBy), settle: when(settleBy) })}</p>` : ''}
${status === 'working' ? html`<p>${say('public:progress.promise', { settle: when(settleBy) })}</p>` : ''}
${status === 'settled' ? html`<p>${say('public:progress.silence', { at: when(silenceAt) })}</p>` : ''}
${left ? html`<p class="${isLate ? 'late' : 'soft'}">${say(`app:${left.isPast ? 'over' : 'left'}.${left.unit}`, { count: left.count })}${isLate ? html` · ${say('public:progress.late')}` : ''}</p>` : ''}
${dueBy && people.length > 0 ? html`<p>${people.map((person) => html`${person.name} ${ring(say, person)} `)}</p>` : ''}
</div>`
}

export function storyList(say: Say, { steps }: Story, tracking: string, now: Instant, language: Language): Html {
  return html`<ol class="story">${[...steps].reverse().map(
    (step) => html`<li>
<p>${time(step.at, now, language)}<br><strong>${headline(say, step)}</strong></p>
${saidIn(step).map((words) => html`<blockquote>${words}</blockquote>`)}
${step.type === 'refused' ? html`<p>${say('public:progress.channel')} <strong>${step.channel}</strong></p>` : ''}
${step.type === 'passedUp' || !step.photos?.length ? '' : html`<p class="thumbs">${step.photos.map((id, index) => html`<a href="/t/${tracking}/photos/${id}"><img src="/t/${tracking}/photos/${id}?size=small" alt="${say('app:pictures.one', { number: index + 1 })}" loading="lazy"></a>`)}</p>`}
</li>`,
  )}</ol>`
}

function headline(say: Say, step: Step): string {
  const who = step.who ?? say('public:progress.you')
  const facts = { who, to: step.toWhom, rating: 'rating' in step ? step.rating : 0 }
  const mine = step.as === 'reporter' ? 'You' : ''
  return say(
    `public:progress.events.${step.type}${['reported', 'commented', 'verified', 'reopened'].includes(step.type) ? mine : ''}`,
    facts,
  )
}

function saidIn(step: Step): string[] {
  switch (step.type) {
    case 'reported':
      return [step.words, ...(step.outcome ? [step.outcome] : [])]
    case 'settled':
      return [step.outcome]
    case 'passedUp':
    case 'refused':
    case 'reopened':
      return [step.reason]
    case 'withdrawn':
      return step.reason ? [step.reason] : []
    case 'commented':
      return [step.words]
    case 'rated':
      return step.words ? [step.words] : []
    default:
      return []
  }
}
