/**
 * One connection for the short reads that every request begins with: who asks, and what is around. Reads of one turn of the event loop
 * leave together in one write, instead of each with a system call and a connection of its own. Never for a transaction, a write (its
 * wait for the disk would hold up all others) or anything that may take long.
 */
import { Socket } from 'node:net'
import pg from 'pg'

export type Lane = { query(asked: pg.QueryConfig): Promise<pg.QueryResult>; end(): Promise<void> }

type Open = { readonly client: pg.Client; readonly socket: Socket; isWaiting: boolean }

/** A plan that the database no longer accepts, after a change of the schema: a new connection makes a new one. */
const isStalePlan = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === '0A000' || error.code === '26000')

/** A read that takes longer means that the connection is dead: it is cut, and the next read opens another. */
const patience = { connectionTimeoutMillis: 5000, query_timeout: 10_000, keepAlive: true } as const

export function openLane(config: pg.ClientConfig, wait: Partial<typeof patience> | { query_timeout: number } = {}): Lane {
  let opening: Promise<Open> | undefined
  let isEnded = false

  const connect = async (forget: () => void): Promise<Open> => {
    const socket = new Socket()
    const client = new pg.Client({ ...config, ...patience, ...wait, pipeline: true, stream: () => socket })
    // A connection that breaks refuses what it carries; the next read opens another.
    const drop = () => {
      forget()
      socket.destroy()
    }
    client.on('error', drop)
    client.on('end', drop)
    await client.connect()
    return { client, socket, isWaiting: false }
  }

  const open = (): Promise<Open> => {
    const mine: Promise<Open> = connect(() => {
      if (opening === mine) opening = undefined
    })
    mine.catch(() => {
      if (opening === mine) opening = undefined
    })
    return mine
  }

  /** Holds back what is written until this turn of the event loop is over. */
  const gather = (lane: Open) => {
    if (lane.isWaiting) return
    lane.isWaiting = true
    lane.socket.cork()
    setImmediate(() => {
      lane.isWaiting = false
      lane.socket.uncork()
    })
  }

  const ask = async (asked: pg.QueryConfig): Promise<pg.QueryResult> => {
    if (isEnded) throw new Error('The database is closed')
    opening ??= open()
    const lane = await opening
    gather(lane)
    return lane.client.query(asked)
  }

  return {
    async query(asked) {
      const used = opening
      try {
        return await ask(asked)
      } catch (error) {
        if (!isStalePlan(error)) throw error
        if (opening === used) {
          const old = await opening?.catch(() => undefined)
          opening = undefined
          void old?.client.end().catch(() => undefined) // after what it still carries
        }
        return ask(asked)
      }
    },
    async end() {
      isEnded = true
      const lane = await opening?.catch(() => undefined)
      await lane?.client.end().catch(() => undefined)
    },
  }
}
