/** What somebody says to the official account, and what it answers: a one-time code binds them, 解绑 lets them go. */
import type { Db } from '#db/db.ts'
import { transact } from '#db/db.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Throttle } from '#server/throttle.ts'
import type { Say } from '#server/words.ts'
import { turnedOut } from '../delivery-store.server.ts'
import { codeKey } from './account.server.ts'
import * as store from './store.server.ts'

export type Listening = {
  readonly db: Db
  readonly county: County
  readonly secrets: Pick<Secrets, 'seal' | 'hash'>
  readonly throttle: Throttle
  readonly now: Instant
  readonly address: string
  readonly say: Say
}

/** A message of WeChat's, by its elements. */
export type Heard = ReadonlyMap<string, string>

/** Eight figures, also with a space, in full width, or with a word before them. */
export const codeIn = (text: string): string | undefined =>
  /^\D{0,12}?(\d{4})[\s-]?(\d{4})\D{0,4}$/.exec(text.normalize('NFKC').trim())?.slice(1).join('')

const wantsOut = (text: string) => /^(解绑|取消绑定|退订|td|t)$/i.test(text.trim())

/**
 * The words to answer; empty for an event that nothing is said to. WeChat asks up to three times when it hears nothing: the same message gets
 * the same answer, and what it asked for happens once.
 */
export async function answerTo(heard: Heard, listening: Listening): Promise<string> {
  const { db, county, secrets, now } = listening
  const openid = heard.get('FromUserName') ?? ''
  const name = heard.get('MsgId') || heard.get('MsgID') || `${openid} ${heard.get('CreateTime') ?? ''} ${heard.get('Event') ?? ''}`
  const message = secrets.hash(`wechat message ${name}`)
  return transact(db, async (trx) => {
    const { isNew, reply } = await store.hear(trx, county, message, now)
    if (!isNew) return reply ?? ''
    const words = await wordsFor(heard, openid, { ...listening, db: trx })
    if (words) await store.replied(trx, county, message, words)
    return words
  })
}

async function wordsFor(heard: Heard, openid: string, listening: Listening): Promise<string> {
  const { db, county, secrets, say, address } = listening
  const key = store.openidKey(openid, secrets)
  switch (heard.get('MsgType')) {
    case 'text': {
      const text = heard.get('Content') ?? ''
      const code = codeIn(text)
      if (code) return tried(code, openid, key, listening)
      if (!wantsOut(text)) return say('notices:wechat.help', { address })
      await store.forgetReader(db, county, key)
      return say('notices:wechat.unbound')
    }
    case 'event':
      if (heard.get('Event') === 'TEMPLATESENDJOBFINISH') await fateOf(heard, listening)
      if (heard.get('Event') === 'unsubscribe') await store.forgetReader(db, county, key)
      return heard.get('Event') === 'subscribe' ? say('notices:wechat.welcome', { address }) : ''
    default:
      return say('notices:wechat.help', { address })
  }
}

/** What became of a message that WeChat had taken: success, or "failed:user block", or "failed: system failed". */
async function fateOf(heard: Heard, { db, county }: Listening): Promise<void> {
  const [reference, status = ''] = [heard.get('MsgID'), heard.get('Status')]
  if (reference && status.startsWith('failed'))
    await turnedOut(db, county, 'wechat', reference, status.includes('user') ? 'wechat: blocked' : 'wechat: not delivered')
}

async function tried(code: string, openid: string, key: Buffer, listening: Listening): Promise<string> {
  const { db, county, secrets, throttle, now, say } = listening
  const seconds = await throttle.count('wechatCode', key.toString('hex'))
  if (seconds > 0) return say('notices:wechat.tooMany', { count: Math.ceil(seconds / 60) })
  const whom = await store.takeCode(db, county, codeKey(code, secrets), now)
  const isBound = whom && (await store.bind(db, county, whom, { openid: secrets.seal(openid), openidKey: key }, now))
  if (!isBound) return say('notices:wechat.codeWrong')
  await throttle.forget('wechatCode', key.toString('hex'))
  return say(whom.personId ? 'notices:wechat.boundStaff' : 'notices:wechat.boundReporter')
}
