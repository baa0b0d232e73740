/**
 * Sends what is due. A delivery is taken under a lease of two minutes, sent outside any transaction, and its fate recorded: no two processes
 * send the same, and what a killed one had is tried again. A provider that received a message but whose answer was lost gets it twice.
 */
import type { Db } from '#db/db.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import { counties } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import { type DriverName, driversOf } from './channel.ts'
import * as store from './delivery-store.server.ts'
import { type Message, Undelivered } from './drivers/driver.server.ts'
import { type Around, driverFor } from './drivers/drivers.server.ts'
import { afterQuiet, attemptsAtMost, type Facts, gapsOf, type Quiet, restAfter } from './notice.ts'
import { subscriptionsOf, unsubscribe, vapidKeys } from './push-store.server.ts'
import { counted } from './telling/digest.ts'
import { quietOf } from './telling/told-store.server.ts'
import { wechatData } from './wechat/fields.ts'
import { forgetReader, openidKey } from './wechat/store.server.ts'

const batch = 50
const atOnce = 5

type Opening = Pick<Secrets, 'seal' | 'open' | 'hash'>

type Options = { readonly chance: () => number; readonly address?: string; readonly unsent?: (code: string) => void }

/**
 * Answers how many attempts were made. `chance`: a number from 0 to 1, anew each time, so that what failed together is not tried again together.
 * `address`: where people reach this installation; push services may want to know. `unsent` hears a one-time code that no provider is there to
 * send, without a number: for whoever runs the server and tries it out.
 */
export async function deliver(db: Db, secrets: Opening, now: Instant, options: Options): Promise<number> {
  const bugs: unknown[] = []
  let attempts = 0
  for (const { code } of await counties(db)) {
    for (let looked = batch; looked === batch; ) {
      const found = await store.take(db, code, now, batch)
      looked = found.looked
      if (found.ids.length === 0) continue
      attempts += found.ids.length
      const round = await prepare(db, code, secrets, now, options)
      const rows = await store.taken(db, code, found.ids)
      await each(rows, async (row) => {
        const fate = await round(row).catch((error: unknown) => {
          bugs.push(error)
          return { status: 'failed' as const, error: 'internal' }
        })
        await store.settle(db, code, row, fate)
      })
    }
  }
  if (bugs.length > 0) throw bugs[0]
  return attempts
}

async function each<Row>(rows: readonly Row[], work: (row: Row) => Promise<void>): Promise<void> {
  const waiting = [...rows]
  const one = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) await work(row)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

/** A way to send one delivery, with what all of a county's need. */
async function prepare(
  db: Db,
  county: County,
  secrets: Opening,
  now: Instant,
  { chance, address = '', unsent }: Options,
): Promise<(row: store.Taken) => Promise<store.Fate>> {
  const [vapid, chosen, quiet] = await Promise.all([vapidKeys(db, secrets), store.chosenDrivers(db, county), quietOf(db, county)])
  // Push services take an https address or a mailto:, and nothing else.
  const around: Around = { now: () => now, vapid, contact: address.startsWith('https:') ? address : 'mailto:maplebridge@localhost' }
  return async (row) => {
    const choice = chosen.find(({ channel }) => channel === row.channel)
    const driver = (choice?.driver ?? driversOf[row.channel][0]) as DriverName
    if (row.attempts > attemptsAtMost) return { status: 'failed', error: 'given up' }
    if (isStale(row, now)) return { status: 'failed', error: 'too late' }
    try {
      if (row.channel === 'push' && driver === 'push') return await toPhones(db, county, row, secrets, around)
      const robot = row.robotSettings && secrets.open(row.robotSettings)
      const settings = robot ?? (choice?.settings ? secrets.open(choice.settings) : '{}')
      const { outcome, send } = driverFor(driver, JSON.parse(settings), around)
      const to = addressOf(row, secrets)
      if (to === undefined) return row.channel === 'wechat' ? unknownReader(now) : { status: 'failed', error: 'no telephone' }
      if (to === null) return { status: 'failed', error: 'no robot' }
      const reference = (await send(messageOf(row, to))) ?? null
      if (outcome === 'logged' && row.facts.code) unsent?.(row.facts.code)
      return { status: outcome, sentAt: now, reference }
    } catch (error) {
      if (!(error instanceof Undelivered)) throw error
      if (error.isGone && row.channel === 'wechat') await forgetReader(db, county, openidKey(addressOf(row, secrets) ?? '', secrets))
      return afterFailure(row, error, now, quiet, chance())
    }
  }
}

/** Whom nobody has connected with WeChat: nothing went wrong, and nothing was sent. */
const unknownReader = (now: Instant): store.Fate => ({ status: 'logged', sentAt: now, error: 'no wechat known' })

/** A one-time code that has run out helps nobody. */
const isStale = ({ event, facts, at }: store.Taken, now: Instant) =>
  event === 'code' && Date.parse(now) > Date.parse(at) + Number(facts.minutes ?? 5) * 60_000

/** Undefined if nobody can be reached any more, null if its robot is gone or switched off. */
function addressOf(row: store.Taken, secrets: Pick<Secrets, 'open'>): string | undefined | null {
  if (row.channel === 'wecom' || row.channel === 'dingtalk') return row.robotIsOn ? '' : null
  if (row.address) return secrets.open(row.address)
  if (row.channel === 'wechat') {
    const openid = row.personOpenid ?? row.reporterOpenid
    return openid ? secrets.open(openid) : undefined
  }
  if (row.partyIdentity) return (JSON.parse(secrets.open(row.partyIdentity)) as { phone?: string }).phone
  return row.personPhone ?? (row.reporterPhone ? secrets.open(row.reporterPhone) : undefined)
}

/** The provider's template has the gaps of ours, and gets no more than those. */
const messageOf = (row: store.Taken, to: string): Message => ({
  to,
  title: counted(row.title, row.facts.count),
  body: counted(row.body, row.facts.count),
  fields: wechatData(row.wechatFields, row.facts, row.at),
  facts: Object.fromEntries(gapsOf(row.text).map((gap) => [gap, row.facts[gap as keyof Facts] ?? ''])),
  outside: row.channel === 'wechat' ? row.wechat : row.outside,
  link: row.facts.link,
  matterId: row.matterId,
  isUrgent: row.isUrgent,
})

/** To every phone and browser of a person. One that got it is enough: to try the others again would ring that one twice. */
async function toPhones(db: Db, county: County, row: store.Taken, secrets: Pick<Secrets, 'open'>, around: Around): Promise<store.Fate> {
  const { send } = driverFor('push', {}, around)
  const phones = row.personId ? await subscriptionsOf(db, county, row.personId) : []
  let sent = 0
  let failure: Undelivered | undefined
  for (const { id, endpoint, keys } of phones)
    try {
      await send(messageOf(row, JSON.stringify({ endpoint, keys: JSON.parse(secrets.open(keys)) })))
      sent++
    } catch (error) {
      if (!(error instanceof Undelivered)) throw error
      if (error.isGone) await unsubscribe(db, county, row.personId!, id)
      else if (!failure || failure.isFinal) failure = error
    }
  if (sent === 0 && failure) throw failure
  return sent > 0 ? { status: 'sent', sentAt: around.now() } : { status: 'logged', sentAt: around.now(), error: 'no phone subscribed' }
}

function afterFailure(
  { attempts, isUrgent }: Pick<store.Taken, 'attempts' | 'isUrgent'>,
  { message, isFinal }: Undelivered,
  now: Instant,
  quiet: Quiet,
  chance: number,
): store.Fate {
  if (isFinal || attempts >= attemptsAtMost) return { status: 'failed', error: message }
  const next = new Date(Date.parse(now) + restAfter(attempts, chance)).toISOString()
  return { status: 'waiting', error: message, nextAt: isUrgent ? next : afterQuiet(next, quiet) }
}
