/** Slows and then stops whoever keeps failing: sign-in by telephone number, tracking codes and anonymous reports by address. */
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Secrets } from './secrets.ts'

/** What is counted: so many points in so many seconds, then blocked for so many. */
export const limits = {
  /** Failed sign-ins for one telephone number (GB/T 22239 8.1.4.1 b). */
  signIn: { points: 5, duration: 900, blockDuration: 900 },
  /** Failed sign-ins from one address: a guesser of many numbers. Generous, since a whole office shares one. */
  signInAddress: { points: 50, duration: 900, blockDuration: 900 },
  /** Tracking codes that do not exist, from one address. */
  tracking: { points: 20, duration: 3600, blockDuration: 3600 },
  /** Anonymous reports from one address. */
  report: { points: 120, duration: 3600, blockDuration: 600 },
  /** What may be the same as a report that is being typed, from one address: a question for every pause in the typing. */
  near: { points: 1500, duration: 3600, blockDuration: 300 },
  /** One-time codes sent to one number: each is a message to somebody. And from one address, since a family shares one. */
  residentCode: { points: 5, duration: 3600, blockDuration: 3600 },
  residentCodeAddress: { points: 30, duration: 3600, blockDuration: 3600 },
  /** One-time codes tried for one number, and from one address: a guesser of many numbers. */
  residentTry: { points: 10, duration: 3600, blockDuration: 3600 },
  residentTryAddress: { points: 60, duration: 3600, blockDuration: 3600 },
  /** Codes sent to the official account by one reader of it. */
  wechatCode: { points: 10, duration: 3600, blockDuration: 3600 },
  /** Anonymous photos from one address. */
  photo: { points: 200, duration: 3600, blockDuration: 600 },
} as const

export type Limited = keyof typeof limits

export type Throttle = {
  /** Counts one more. Answers how many seconds the asker must wait now: 0 if they need not. */
  count(what: Limited, who: string): Promise<number>
  /** Takes one back: it turned out well. */
  reward(what: Limited, who: string): Promise<void>
  /** Seconds until the asker may try again, 0 if now. Counts nothing. */
  wait(what: Limited, who: string): Promise<number>
  /** How many points are used. */
  used(what: Limited, who: string): Promise<number>
  forget(what: Limited, who: string): Promise<void>
}

const seconds = (result: { msBeforeNext: number }) => Math.ceil(result.msBeforeNext / 1000)

/** Counters in the database, so that every process counts the same. Keys are keyed hashes: no number and no address is kept. */
export function openThrottle(pool: pg.Pool | undefined, secrets: Pick<Secrets, 'hash'>): Throttle {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([what, limit]) => [
      what,
      pool
        ? new RateLimiterPostgres({ storeClient: pool, tableName: 'throttles', tableCreated: true, keyPrefix: what, ...limit })
        : new RateLimiterMemory({ keyPrefix: what, ...limit }),
    ]),
  ) as Record<Limited, RateLimiterPostgres>
  const key = (who: string) => secrets.hash(who).toString('base64url').slice(0, 22)

  return {
    async count(what, who) {
      try {
        await limiters[what].consume(key(who))
        return 0
      } catch (result) {
        if (result instanceof RateLimiterRes) return seconds(result)
        throw result
      }
    },
    async reward(what, who) {
      await limiters[what].reward(key(who))
    },
    async wait(what, who) {
      const result = await limiters[what].get(key(who))
      return result && result.consumedPoints > limits[what].points ? seconds(result) : 0
    },
    async used(what, who) {
      return (await limiters[what].get(key(who)))?.consumedPoints ?? 0
    },
    async forget(what, who) {
      await limiters[what].delete(key(who))
    },
  }
}
