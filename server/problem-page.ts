/** A refusal as a page, for people: what happened, and the ways on. Programs get the same refusal as JSON. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { Env } from './context.ts'
import { page, sayIn } from './page.ts'
import { statusOf } from './problem.ts'
import { sentence } from './sentence.ts'
import { isForPrograms } from './visitor.ts'

const titled = [403, 404, 413, 429, 500]

/** `words` says it better than the catalogue does, where the page knows more. */
export function problemPage(c: Context<Env>, refusal: Refusal, words?: string): Response | Promise<Response> {
  const say = sayIn(c)
  const status = statusOf(refusal)
  const { seconds, requestId } = refusal.facts
  if (typeof seconds === 'number') c.header('retry-after', String(seconds))
  const title = say(`public:problem.title${titled.includes(status) ? status : 'Other'}`)
  const known = refusal.refused === 'not_found' ? say('public:problem.notFound') : sentence(refusal, c.var.language, c.var.now)
  return page(c, {
    title,
    status,
    isPrivate: true,
    body: html`<h1>${title}</h1>
<p>${words ?? known}</p>
${typeof requestId === 'string' ? html`<p class="soft">${say('public:problem.number')} <code>${requestId}</code></p>` : ''}
<ul class="ways"><li><a href="/">${say('public:problem.home')}</a></li><li><a href="/report">${say('public:home.report')}</a></li><li><a href="/t">${say('public:home.track')}</a></li></ul>`,
  })
}

/** The answer to a refusal or a bug, in the shape the asker can read. */
export const answerProblem = (c: Context<Env>, refusal: Refusal, status = statusOf(refusal)): Response | Promise<Response> =>
  isForPrograms(c.req.path) ? c.json(refusal, status) : problemPage(c, refusal)
