/** WeChat template messages of a certified service account. `to` is the reader's openid. */
import { codeOf, type Driver, postJson, Undelivered } from './driver.server.ts'

export type WechatSettings = { appId: string; appSecret: string; address?: string | undefined }

/** Tokens of this process by account. A token lasts 7200 s; it is fetched anew five minutes before. */
const tokens = new Map<string, { readonly token: string; readonly until: number }>()
const early = 300_000

const expired = [40001, 40014, 42001]
/** Busy, or too many for now or today. */
const passes = [-1, 45009, 45011]

/** Whoever it is for does not follow the account any more. */
const noFollower = 43004

type Account = Required<WechatSettings>

/**
 * By stable_token, of which all processes of an account get the same: the older call would end the token of every other process.
 * `refused`: the token that WeChat has just refused. To force another counts, twenty times a day.
 */
async function tokenOf({ appId, appSecret, address }: Account, now: number, refused: string | undefined): Promise<string> {
  const account = `${address} ${appId}`
  const known = tokens.get(account)
  if (known && known.until > now && known.token !== refused) return known.token
  const answer = await postJson('wechat', `${address}/cgi-bin/stable_token`, {
    ...{ grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: refused !== undefined },
  })
  const { access_token: token, expires_in: seconds } = answer
  if (typeof token !== 'string' || typeof seconds !== 'number') throw failure(answer)
  tokens.set(account, { token, until: now + seconds * 1000 - early })
  return token
}

const failure = ({ errcode }: Record<string, unknown>) =>
  new Undelivered(`wechat: ${codeOf(errcode)}`, {
    isGone: errcode === noFollower,
    isFinal: typeof errcode === 'number' && !passes.includes(errcode) && !expired.includes(errcode),
  })

export function wechat({ address = 'https://api.weixin.qq.com', ...settings }: WechatSettings, now: () => string): Driver {
  const account = { ...settings, address: address.replace(/\/+$/, '') }
  return {
    outcome: 'sent',
    async send({ to, fields, outside, link }) {
      if (!outside) throw new Undelivered('wechat: the text has no template code', { isFinal: true })
      const message = { touser: to, template_id: outside, ...(link ? { url: link } : {}), data: fields ?? {} }
      const post = (token: string) =>
        postJson('wechat', `${account.address}/cgi-bin/message/template/send?access_token=${encodeURIComponent(token)}`, message)
      const token = await tokenOf(account, Date.parse(now()), undefined)
      let answer = await post(token)
      if (expired.includes(answer['errcode'] as number)) answer = await post(await tokenOf(account, Date.parse(now()), token))
      if (answer['errcode'] !== 0) throw failure(answer)
      const { msgid } = answer
      if (typeof msgid === 'number' || typeof msgid === 'string') return codeOf(msgid)
    },
  }
}
