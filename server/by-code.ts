/**
 * A page that is found by a code alone: a report's, a party's. Whoever guesses codes is slowed, then stopped; and is answered in the same words
 * and as slowly whether the code is close or not.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import type { z } from 'zod'
import { refuse } from '#modules/kernel/refusal.ts'
import { addressOf, type Env } from './context.ts'
import { problemPage } from './problem-page.ts'

/** Each failure from one address makes the next answer later. */
const slowMs = 100
const slowestMs = 3000

/** What a code leads to; undefined where there is nothing, and a page where it was tried too often. */
export async function byCode<T>(
  c: Context<Env>,
  typed: string,
  form: z.ZodType<string>,
  find: (hash: Buffer) => Promise<T | undefined>,
): Promise<{ readonly found: T; readonly code: string } | Response | undefined> {
  const { secrets, throttle } = c.var
  const asker = addressOf(c)
  const blocked = await throttle.wait('tracking', asker)
  if (blocked > 0) return problemPage(c, refuse('tracking.blocked', { seconds: blocked }))
  const code = form.safeParse(typed)
  const found = code.success ? await find(secrets.hash(code.data)) : undefined
  if (found !== undefined && code.success) return { found, code: code.data }
  const seconds = await throttle.count('tracking', asker)
  await pause(Math.min(slowestMs, slowMs * (await throttle.used('tracking', asker))))
  return seconds > 0 ? problemPage(c, refuse('tracking.blocked', { seconds })) : undefined
}
