/** 接收微信通知: whoever follows a report by its code can have the outcome told by WeChat, by sending eight figures to the official account. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { textsOf } from '#modules/matters/pages/draft.server.ts'
import type { Following } from '#modules/matters/pages/follow.server.ts'
import { tracked } from '#modules/matters/pages/progress.server.ts'
import { formOf, uploadAtMost } from '#modules/matters/pages/upload.server.ts'
import { accountOf, newCode } from '#modules/notices/wechat/account.server.ts'
import { isReporterBound, unbindReporter } from '#modules/notices/wechat/store.server.ts'
import { type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { notFound } from '#server/problem.ts'
import { inWords } from '#web/ui/instants.ts'

/** What is told to nobody by telephone is told to nobody by WeChat; and what has ended has nothing more to tell. */
const canBeTold = ({ matter, reporter }: Following) => !matter.seenBy && !matter.closedAt && reporter !== undefined

/** What the page of a report offers at its end; nothing where the county has no official account that hears. */
export async function wechatHint(c: Context<Env>, following: Following): Promise<Html | undefined> {
  const { db, secrets } = c.var
  const { matter, reporter, at } = following
  const account = canBeTold(following) && (await accountOf(db, matter.county, secrets))
  if (!account) return undefined
  const say = sayIn(c)
  const isBound = await isReporterBound(db, matter.county, matter.id, reporter)
  return html`<form method="post" action="${at}/wechat"><p>${say(isBound ? 'residents:wechat.isOn' : 'residents:wechat.offer')}</p>
<button type="submit" class="button" name="do" value="${isBound ? 'stop' : 'bind'}">${say(isBound ? 'residents:wechat.stop' : 'residents:wechat.bind')}</button></form>`
}

export const wechatPages = router()

wechatPages.get('/t/:code/wechat', (c) => c.redirect(`/t/${c.req.param('code')}`, 303))

wechatPages.post('/t/:code/wechat', uploadAtMost, async (c) => {
  const { db, secrets, now, language } = c.var
  const wish = textsOf(await formOf(c), 'do')[0]
  const following = await tracked(c, c.req.param('code'))
  if (following instanceof Response) return following
  const { matter, reporter, at } = following
  if (wish === 'stop') {
    await unbindReporter(db, matter.county, matter.id, reporter)
    return c.redirect(at, 303)
  }
  const account = canBeTold(following) ? await accountOf(db, matter.county, secrets) : undefined
  if (!account) throw notFound()
  const { code, expiresAt } = await newCode(db, matter.county, { matterId: matter.id, reporterId: reporter }, secrets, now)
  const say = sayIn(c)
  return page(c, {
    title: say('residents:wechat.title'),
    isPrivate: true,
    body: html`<h1>${say('residents:wechat.title')}</h1>
<p>${account.name ? say('residents:wechat.how', { account: account.name }) : say('residents:wechat.howUnnamed')}</p>
<div class="receipt"><p class="code big"><span>${code.slice(0, 4)}</span> <span>${code.slice(4)}</span></p>
<p class="soft">${say('residents:wechat.until', { at: inWords(expiresAt, now, language) })}</p></div>
<p>${say('residents:wechat.then')}</p>
<p><a href="${at}">${say('residents:wechat.back')}</a></p>`,
  })
})
