/**
 * Who is looking at this moment: every process listens once to the database, which tells it whom a notice has just come for. Nothing is kept
 * here: whoever connects is told the whole count, and a lost connection only costs its silence till the next.
 */
import pg from 'pg'
import type { County, PersonId } from '#modules/kernel/ids.ts'

export type Live = {
  /** Calls `wake` whenever something may have come for a person; answers how to stop. */
  follow(county: County, person: PersonId, wake: () => void): () => void
  /** Ends every stream, so that a server that stops need not wait for them. */
  end(): Promise<void>
  /** Calls back when it ends. */
  onEnd(done: () => void): () => void
}

type Follower = { readonly county: County; readonly person: PersonId; readonly wake: () => void }

const again = 2000

export function openLive(url: string): Live {
  const followers = new Set<Follower>()
  const endings = new Set<() => void>()
  let client: pg.Client | undefined
  let isEnded = false

  const everybody = () => {
    for (const { wake } of followers) wake()
  }

  async function listen(): Promise<void> {
    if (client || isEnded) return
    const mine = new pg.Client({ connectionString: url, application_name: 'maplebridge-live', keepAlive: true })
    client = mine
    const lost = () => {
      if (client !== mine) return
      client = undefined
      if (!isEnded) setTimeout(() => followers.size > 0 && void listen(), again).unref()
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ({ payload = '' }) => {
      const { county, people } = JSON.parse(payload) as { county: County; people: PersonId[] | null }
      for (const each of followers) if (each.county === county && (people === null || people.includes(each.person))) each.wake()
    })
    try {
      await mine.connect()
      await mine.query('listen notices')
      everybody() // what came while nobody listened
    } catch {
      lost()
    }
  }

  return {
    follow(county, person, wake) {
      const one = { county, person, wake }
      followers.add(one)
      void listen()
      return () => followers.delete(one)
    },
    onEnd(done) {
      endings.add(done)
      return () => endings.delete(done)
    },
    async end() {
      isEnded = true
      for (const done of endings) done()
      await client?.end().catch(() => undefined)
    },
  }
}
