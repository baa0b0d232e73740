/** Load from this process over kept-alive connections, and what to make of the times. */
import { Agent, request } from 'node:http'

export type Call = {
  readonly method: string
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A caller with `connections` of its own. */
export function caller(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const call = (asked: Call): Promise<number> =>
    new Promise<number>((resolve, reject) => {
      const { method, path, body, headers = {} } = asked
      const length =
        body === undefined
          ? {}
          : { 'content-type': headers['content-type'] ?? 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      const sent = request({ port, host: '127.0.0.1', agent, method, path, headers: { ...length, ...headers } }, (reply) => {
        reply.resume()
        reply.once('end', () => resolve(reply.statusCode ?? 0))
      })
      // A kept-alive connection that the server has just let go: the usual answer is to ask again.
      sent.once('error', (error) => (sent.reusedSocket ? resolve(call(asked)) : reject(error)))
      sent.end(body)
    })
  return { call, close: () => agent.destroy() }
}

/** Calls a second, by `connections` callers that each wait for their answer, over `seconds`. Throws on an answer that `isGood` does not like. */
export async function throughput(
  one: () => Promise<number>,
  { connections, seconds, isGood }: { connections: number; seconds: number; isGood: (status: number) => boolean },
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const status = await one()
        if (!isGood(status)) throw new Error(`answered ${status}`)
        done += 1
      }
    }),
  )
  return done / ((performance.now() - started) / 1000)
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits))
