/**
 * A resident who shows that a telephone number is theirs: by a one-time code sent to it. They see the reports left with that number, and nothing else.
 *
 *   number  →  code, five minutes, five tries  →  session, thirty days  →  their reports, until they sign out
 */
import { z } from 'zod'
import { phone } from '#modules/people/wire.ts'

export const codeMinutes = 5
export const triesAtMost = 5
export const sessionDays = 30

/** Six digits, as they stand in the message. */
export const oneTimeCode = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'one-time code'))

export const Asking = z.object({ phone })
export const Entering = z.object({ phone, code: oneTimeCode })

/** What is remembered of the device of a session: enough to tell one's own telephone from a computer. */
export const devices = ['android', 'iphone', 'computer'] as const
export type Device = (typeof devices)[number]

export const deviceOf = (userAgent: string): Device =>
  /iphone|ipad/i.test(userAgent) ? 'iphone' : /android|harmony/i.test(userAgent) ? 'android' : 'computer'
