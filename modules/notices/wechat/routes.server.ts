/** What WeChat's server calls: the check of our address, and every message to the official account. Trusted by its signature alone. */
import { randomBytes } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { County } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { answers, type Env, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { words } from '#server/words.ts'
import { WechatBinding, WechatCode } from '../wire.ts'
import { type Account, accountOf, newCode } from './account.server.ts'
import { answerTo, type Heard } from './callback.server.ts'
import { fieldsOf, isSigned, opened, sealed, sealedReply, signatureOf, textReply } from './envelope.server.ts'
import { boundAt, unbind } from './store.server.ts'

const tags = ['notices']
const params = z.object({ county: z.string().regex(/^\d{6}$/) })
const word = z.string().max(200).default('')
const signed = z.object({ signature: word, timestamp: word, nonce: word })
const said = { 200: { description: 'What WeChat is answered', content: { 'text/plain': { schema: z.string() } } } }

/** WeChat takes its next try after five seconds. */
const patience = 4000
/** A signature is of no use to whoever finds it in a log an hour later. */
const freshMs = 600_000

export const wechatCalls = router()

async function called(c: Context<Env>, county: string): Promise<Account> {
  const account = await accountOf(c.var.db, county as County, c.var.secrets)
  if (!account) throw notFound()
  return account
}

const unsigned = () => new Problem(refuse('wechat.unsigned'))

wechatCalls.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/{county}',
    summary: 'WeChat checks that this address is ours',
    request: { params, query: signed.extend({ echostr: word }) },
    responses: { ...said, '4XX': answers(z.string())['4XX'] },
  }),
  async (c) => {
    const { token } = await called(c, c.req.valid('param').county)
    const { signature, timestamp, nonce, echostr } = c.req.valid('query')
    if (!isSigned(signature, token, timestamp, nonce)) throw unsigned()
    return c.text(echostr, 200)
  },
)

wechatCalls.openapi(
  createRoute({
    tags,
    method: 'post',
    path: '/{county}',
    summary: 'Somebody said something to the official account',
    request: { params, query: signed.extend({ encrypt_type: word, msg_signature: word }) },
    responses: { ...said, '4XX': answers(z.string())['4XX'] },
  }),
  async (c) => {
    const { county } = c.req.valid('param')
    const account = await called(c, county)
    const { timestamp, nonce } = c.req.valid('query')
    const heard = heardIn(await c.req.text(), c.req.valid('query'), account)
    if (!heard || Math.abs(Date.parse(c.var.now) - Number(timestamp) * 1000) > freshMs) throw unsigned()
    const { db, secrets, throttle, now, address } = c.var
    const listening = { db, county: county as County, secrets, throttle, now, address, say: words('zh-CN') }
    const late = new Promise<string>((resolve) => setTimeout(resolve, patience, '').unref())
    const answer = await Promise.race([answerTo(heard, listening), late])
    if (!answer) return c.text('success', 200)
    const xml = textReply(heard.get('FromUserName') ?? '', heard.get('ToUserName') ?? '', Math.floor(Date.parse(now) / 1000), answer)
    const [key] = account.aesKeys
    c.header('content-type', 'text/xml; charset=utf-8')
    if (!key) return c.body(xml, 200) as never
    const secret = sealed(xml, key, account.appId, randomBytes(16))
    return c.body(sealedReply(secret, signatureOf(account.token, timestamp, nonce, secret), timestamp, nonce), 200) as never
  },
)

type Signed = { signature: string; timestamp: string; nonce: string; msg_signature: string }

/** Undefined if it is not WeChat's. An account with a key hears only what is sealed: the signature of a plain message does not cover it. */
function heardIn(
  body: string,
  { signature, timestamp, nonce, msg_signature }: Signed,
  { token, aesKeys, appId }: Account,
): Heard | undefined {
  const outer = fieldsOf(body)
  if (!outer) return undefined
  if (aesKeys.length === 0) return isSigned(signature, token, timestamp, nonce) ? outer : undefined
  const secret = outer.get('Encrypt') ?? ''
  if (!isSigned(msg_signature, token, timestamp, nonce, secret)) return undefined
  for (const key of aesKeys) {
    const inner = opened(secret, key, appId)
    if (inner !== undefined) return fieldsOf(inner)
  }
  return undefined
}

/** A member of staff's own binding. */
export const wechatOwn = router()
wechatOwn.use(signedIn)

const binding = async ({ var: { db, actor, secrets } }: Context<Env>): Promise<z.infer<typeof WechatBinding>> => {
  const account = await accountOf(db, actor.county, secrets)
  return { account: account ? account.name : null, boundAt: (await boundAt(db, actor.county, actor.id)) ?? null }
}

wechatOwn.openapi(
  createRoute({ tags, method: 'get', path: '/', summary: 'Whether I am told by WeChat', responses: answers(WechatBinding) }),
  async (c) => c.json(await binding(c), 200),
)

wechatOwn.openapi(
  createRoute({ tags, method: 'post', path: '/code', summary: 'A code to send to the official account', responses: answers(WechatCode) }),
  async (c) => {
    const { db, actor, secrets, now } = c.var
    if (!(await accountOf(db, actor.county, secrets))) throw new Problem(refuse('wechat.no_account'))
    return c.json(await newCode(db, actor.county, { personId: actor.id }, secrets, now), 201)
  },
)

wechatOwn.openapi(
  createRoute({ tags, method: 'delete', path: '/', summary: 'Tell me nothing more by WeChat', responses: answers(WechatBinding) }),
  async (c) => {
    await unbind(c.var.db, c.var.actor.county, c.var.actor.id)
    return c.json(await binding(c), 200)
  },
)
