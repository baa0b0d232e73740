/** A county's official account, as the administrator entered it: whether it can hear, and the codes by which people bind themselves to it. */
import { randomInt } from 'node:crypto'
import type { Db } from '#db/db.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import type { Secrets } from '#server/secrets.ts'
import { chosenDrivers } from '../delivery-store.server.ts'
import * as store from './store.server.ts'

export type Account = {
  readonly appId: string
  readonly token: string
  /** The key of safe mode, and the one before it: for a while WeChat may still seal with that. None: messages come in the open. */
  readonly aesKeys: readonly string[]
  /** What it is called in WeChat, for whoever looks for it there. */
  readonly name: string
}

export const codeMinutes = 10

/** Undefined where a county has no official account that hears. */
export async function accountOf(db: Db, county: County, secrets: Pick<Secrets, 'open'>): Promise<Account | undefined> {
  const chosen = (await chosenDrivers(db, county)).find(({ channel, driver }) => channel === 'wechat' && driver === 'wechat')
  if (!chosen?.settings) return undefined
  const { appId, token, aesKey, previousAesKey, accountName } = JSON.parse(secrets.open(chosen.settings)) as Record<string, string>
  if (!appId || !token) return undefined
  return { appId, token, aesKeys: [aesKey, previousAesKey].filter((key) => key !== undefined), name: accountName ?? '' }
}

export const codeKey = (code: string, secrets: Pick<Secrets, 'hash'>): Buffer => secrets.hash(`wechat code ${code}`)

export type BindingCode = { readonly code: string; readonly expiresAt: Instant }

/** A new code of eight figures, good once and for ten minutes. */
export async function newCode(
  db: Db,
  county: County,
  whom: store.Whom,
  secrets: Pick<Secrets, 'hash'>,
  now: Instant,
): Promise<BindingCode> {
  const expiresAt = new Date(Date.parse(now) + codeMinutes * 60_000).toISOString()
  for (;;) {
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    if (await store.putCode(db, county, codeKey(code, secrets), whom, expiresAt)) return { code, expiresAt }
  }
}
