/** A provider's stand-in: a real HTTP server on this machine that answers as `answer` says and keeps what it was asked. */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = {
  readonly path: string
  readonly query: URLSearchParams
  readonly search: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

type Answer = { status?: number; json?: unknown } | Promise<{ status?: number; json?: unknown }>

export async function standIn<T>(answer: (asked: Asked) => Answer, work: (url: string, asked: Asked[]) => Promise<T>): Promise<T> {
  const all: Asked[] = []
  const server = createServer(async (request, response) => {
    const parts = []
    for await (const part of request) parts.push(part as Buffer)
    const url = new URL(request.url!, 'http://stand-in')
    const asked = {
      path: url.pathname,
      query: url.searchParams,
      search: url.search.slice(1),
      headers: request.headers,
      body: Buffer.concat(parts),
    }
    all.push(asked)
    const { status = 200, json = {} } = await answer(asked)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, all)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}
