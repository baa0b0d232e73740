/** Group robots of WeCom and DingTalk. The robot's address holds its key; DingTalk's may ask for a signature besides. */
import { createHmac } from 'node:crypto'
import { codeOf, type Driver, type Message, postJson, Undelivered } from './driver.server.ts'

export type RobotSettings = { readonly address: string; readonly secret?: string | undefined }

const textOf = ({ title, body }: Message) => ({ msgtype: 'text', text: { content: `${title}\n${body}` } })

/** Busy, or more than twenty a minute. */
const passes = { wecom: [-1, 45009], dingtalk: [-1, 130101, 410100] }

async function post(provider: 'wecom' | 'dingtalk', url: string, message: Message): Promise<undefined> {
  const { errcode } = await postJson(provider, url, textOf(message))
  if (errcode !== 0) throw new Undelivered(`${provider}: ${codeOf(errcode)}`, { isFinal: !passes[provider].includes(errcode as number) })
}

export const wecom = ({ address }: RobotSettings): Driver => ({ outcome: 'sent', send: (message) => post('wecom', address, message) })

/** `timestamp`: milliseconds. Encoded for an address. */
export const signDingtalk = (timestamp: number, secret: string): string =>
  encodeURIComponent(createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))

export const dingtalk = ({ address, secret }: RobotSettings, now: () => string): Driver => ({
  outcome: 'sent',
  send(message) {
    const timestamp = Date.parse(now())
    const signed = secret ? `${address.includes('?') ? '&' : '?'}timestamp=${timestamp}&sign=${signDingtalk(timestamp, secret)}` : ''
    return post('dingtalk', address + signed, message)
  },
})
