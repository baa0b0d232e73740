/**
 * One connection for the short reads that every request begins with: who asks, and what is around. Reads of one turn of the event loop
 * leave together in one write, instead of each with a system call and a connection of its own. Never for a transaction, a write (its
 * wait for the disk would hold up all others) or anything that may take long.
 */
import { Socket } from 'node:net'
import pg from 'pg'

export type Lane = { query(asked: pg.QueryConfig): Promise<pg.QueryResult>; end(): Promise<void> }

type Open = { readonly client: pg.Client; readonly socket: Socket; isWaiting: boolean }

export function openLane(config: pg.ClientConfig): Lane {
  let opening: Promise<Open> | undefined
  let isEnded = false

  const open = async (): Promise<Open> => {
    const socket = new Socket()
    const client = new pg.Client({ ...config, pipeline: true, stream: () => socket })
    const forget = () => {
      opening = undefined
    }
    // A connection that breaks refuses what it carries; the next read opens another.
    client.on('error', forget)
    client.on('end', forget)
    await client.connect()
    return { client, socket, isWaiting: false }
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

  return {
    async query(asked) {
      if (isEnded) throw new Error('The database is closed')
      opening ??= open().catch((error: unknown) => {
        opening = undefined
        throw error
      })
      const lane = await opening
      gather(lane)
      return lane.client.query(asked)
    },
    async end() {
      isEnded = true
      const lane = await opening?.catch(() => undefined)
      await lane?.client.end().catch(() => undefined)
    },
  }
}
