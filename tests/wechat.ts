/** WeChat's server, as it calls ours: somebody's message to the official account, signed, and in safe mode sealed. */
import { randomBytes } from 'node:crypto'
import { fieldsOf, opened, sealed, signatureOf } from '#modules/notices/wechat/envelope.server.ts'
import { cast } from './cast.ts'
import { noon, type Served } from './server.ts'

const { county } = cast.people.chief
export const wechat = { county, appId: 'wxba5fad812f8e6fb9', token: 'AAAAA', path: `/api/wechat/${county}` }

let messages = 0

type Sent = { from?: string; text?: string; event?: string; more?: string; id?: string; at?: string; key?: string; token?: string }

/** The words answered, what they were wrapped in and the status. */
export async function toAccount(
  { anybody }: Pick<Served, 'anybody'>,
  { from = 'o-reader', text, event, more = '', id = String(++messages), at = noon, key, token = wechat.token }: Sent,
): Promise<{ status: number; words: string; raw: string }> {
  const [timestamp, nonce] = [String(Date.parse(at) / 1000), '415670741']
  const about = event
    ? `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${event}]]></Event>${more}`
    : `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text ?? ''}]]></Content><MsgId>${id}</MsgId>`
  const xml = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName><CreateTime>${timestamp}</CreateTime>${about}</xml>`
  const secret = key ? sealed(xml, key, wechat.appId, randomBytes(16)) : undefined
  const query = new URLSearchParams({ signature: signatureOf(token, timestamp, nonce), timestamp, nonce, openid: from })
  if (secret) {
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', signatureOf(token, timestamp, nonce, secret))
  }
  const body = secret ? `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${secret}]]></Encrypt></xml>` : xml
  const reply = await anybody.upload(`${wechat.path}?${query}`, body, 'text/xml')
  const raw = await reply.text()
  const outer = fieldsOf(raw)
  const inner = key && outer ? fieldsOf(opened(outer.get('Encrypt') ?? '', key, wechat.appId) ?? '') : outer
  return { status: reply.status, words: inner?.get('Content') ?? '', raw }
}

/** An administrator connects the official account; `more`: a key for safe mode, or another address of WeChat's. */
export async function withAccount({ as }: Pick<Served, 'as'>, more: Record<string, string> = {}): Promise<Response> {
  const settings = { appId: wechat.appId, appSecret: 's1', token: wechat.token, accountName: '绛县枫桥', ...more }
  const body = JSON.stringify({ driver: 'wechat', settings })
  return as('administrator').put('/api/notices/channels/wechat', body, 'application/json')
}
