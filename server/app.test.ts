import { Writable } from 'node:stream'
import pino from 'pino'
import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { report, uuid } from '#tests/matter.ts'
import { served } from '#tests/server.ts'
import { cookieOf } from '#tests/sign-in.ts'
import { createApp } from './app.ts'
import { version } from './health.ts'

served('health says up, and which version; without its database it says so', async ({ app, opened }) => {
  const well = await app.request('/health')
  expect([well.status, await well.json()]).toEqual([200, { up: true, database: 'up', version }])

  const broken = createApp({
    ...opened,
    db: {
      ...opened.db,
      getExecutor: () => {
        throw new Error('down')
      },
    } as never,
  })
  const ill = await broken.request('/health')

  expect([ill.status, await ill.json()]).toEqual([503, { up: false, database: 'down', version }])
})

served('the contract is OpenAPI 3.1, and there is a page of it', async ({ app }) => {
  const contract = (await (await app.request('/api/openapi.json')).json()) as { openapi: string; paths: object }
  const page = await app.request('/api/docs')

  expect(contract.openapi).toBe('3.1.0')
  expect(Object.keys(contract.paths).length).toBeGreaterThan(15)
  const text = await page.text()
  expect(text).toMatch('/api/matters')
  const icon = /rel="icon" href="([^"]+)"/.exec(text)?.[1] ?? ''
  expect((await app.request(icon)).status).toBe(200)
})

served('a path of the API that is not there, and one of the pages', async ({ app }) => {
  const reply = await app.request('/api/nothing')

  expect([reply.status, await reply.json()]).toEqual([404, { refused: 'not_found', facts: {} }])
})

served('a form posted from another site is refused', async ({ app }) => {
  const reply = await app.request('/report', {
    method: 'POST',
    body: new URLSearchParams({ words: 'x' }),
    headers: { origin: 'http://evil.example' },
  })

  expect(reply.status).toBe(403)
})

served('every page forbids scripts of others and framing', async ({ app }) => {
  const { headers } = await app.request('/')

  expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/)
  expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
  expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

served('the log holds no name, number, code or address', async ({ opened }) => {
  let written = ''
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(text, _encoding, done) {
        written += text
        done()
      },
    }),
  )
  const app = createApp({ ...opened, log })
  const headers = { cookie: await cookieOf(app, cast.people.chief.phone, cast.password), 'content-type': 'application/json' }
  await app.request('/api/matters', {
    method: 'POST',
    headers,
    body: JSON.stringify(report(1, { words: '机密情况', source: 'phone', contact: { name: '机密人', phone: '13800012345' } })),
  })
  await app.request(`/api/matters/${uuid(1)}`, { headers })
  await app.request('/api/people?search=13800012345', { headers })
  await app.request('/t/ABCDEFGHJKMNPQRS')
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(written).toMatch('"route":')
  for (const secret of ['机密', '13800012345', cast.people.chief.phone, cast.people.chief.name, 'ABCDEFGHJKMNPQRS', uuid(1)])
    expect(written).not.toMatch(secret)
})

served('what is too large to be read is refused before it is', async ({ as }) => {
  const reply = await as('chief').upload('/api/matters', JSON.stringify(report(1, { words: 'x'.repeat(300_000) })), 'application/json')

  expect([reply.status, await reply.json()]).toMatchObject([413, { refused: 'too_large' }])
})
