/** What must not wait a minute: people are told of what has happened, and what is for outside leaves. Every process does it; what one has in hand, the others leave. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { deliver } from '#modules/notices/jobs.server.ts'
import { tell } from '#modules/notices/tell.server.ts'
import type { Outside } from './context.ts'

const beat = 2000

type Work = { readonly name: string; run(outside: Outside, log: Logger): Promise<number> }

const works: readonly Work[] = [
  { name: 'tell', run: ({ db, clock, address }) => tell(db, clock(), address) },
  {
    name: 'deliver',
    run: ({ db, secrets, clock, address }, log) => {
      const unsent = (code: string) => log.warn({ code }, 'no provider of short messages is set; this code was asked for')
      return deliver(db, secrets, clock(), { chance: Math.random, address, unsent })
    },
  },
]

/** Starts beating; answers how to stop, after what is under way. */
export function startPulse(outside: Outside, log: Logger): () => Promise<void> {
  const ending = new AbortController()
  const beating = Promise.all(
    works.map(async ({ name, run }) => {
      while (!ending.signal.aborted) {
        await run(outside, log).catch((error: Error) => log.error({ work: name, error: error.message }, 'pulse'))
        await pause(beat * (0.8 + 0.4 * Math.random()), undefined, { signal: ending.signal }).catch(() => undefined)
      }
    }),
  )
  return async () => {
    ending.abort()
    await beating
  }
}
