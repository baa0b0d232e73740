import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { resident } from '#tests/resident.ts'
import { served } from '#tests/server.ts'

const most = 40_000

/** Everything a browser fetches to show a page for the first time, gzipped: scripts bring what they import. */
async function firstLoad(open: ReturnType<typeof resident>['open'], path: string): Promise<number> {
  const wanted = [path]
  let bytes = 0
  for (const each of wanted) {
    const { text, status } = await open(each)
    expect(status, each).toBe(200)
    bytes += gzipSync(text).length
    const here = new URL(each, 'http://localhost')
    const named = each === path ? text.matchAll(/<(?:link|script|img)[^>]*(?:href|src)="(\/[^"]+)"/g) : text.matchAll(/from '(\.\/[^']+)'/g)
    for (const [, to = ''] of named) {
      const { pathname, search } = new URL(to, here)
      if (!wanted.includes(pathname + search)) wanted.push(pathname + search)
    }
  }
  return bytes
}

served('a first page weighs less than 40 KB with everything it loads', async ({ app, cast }) => {
  const { open } = resident(app)
  const { lane, village } = cast.places
  const pages = ['/', '/me', `/l/${lane}`, '/report', `/report?lane=${lane}`, '/t', `/p/${village}`]
  const sizes = await Promise.all(pages.map((path) => firstLoad(open, path)))

  expect(sizes.filter((size) => size > most)).toEqual([])
})

served('a page is Chinese until somebody chooses otherwise, whatever the phone says, and stays as chosen', async ({ app }) => {
  const { open } = resident(app, { 'accept-language': 'en-GB' })

  expect((await open('/')).text).toContain('<html lang="zh-CN">')
  expect((await open('/?lang=en')).text).toContain('Ask your lane chief')
  expect((await open('/t')).text).toContain('<html lang="en">')
  expect((await open('/t?lang=zh')).text).toContain('查进度')
  expect((await open('/')).text).toContain('<html lang="zh-CN">')
})

served('large print is one link away and stays', async ({ app }) => {
  const { open } = resident(app)

  expect((await open('/?large=1')).text).toContain('data-print="large"')
  expect((await open('/t')).text).toContain('data-print="large"')
  expect((await open('/?large=0')).text).not.toContain('data-print')
})

served('what is not there is said on a page to people and in JSON to programs', async ({ app, anybody }) => {
  const page = await resident(app).open('/nothing')
  const reply = await anybody.get('/api/nothing')

  expect(page).toMatchObject({ status: 404, text: expect.stringContaining('回首页找街巷长') })
  expect(await reply.json()).toMatchObject({ refused: 'not_found' })
})

served('a page brings no script of its own, and none from elsewhere would run', async ({ app, cast }) => {
  const { text, headers } = await resident(app).open(`/report?lane=${cast.places.lane}`)

  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(text).not.toMatch(/<script(?![^>]*src="\/assets\/)|\son\w+=|javascript:/)
})

served('a form from another site is turned away with a page', async ({ app }) => {
  const sent = await resident(app, { origin: 'https://elsewhere.example' }).send('/report', { words: '不是本站' })

  expect(sent).toMatchObject({ status: 403, text: expect.stringContaining('不是从本站页面发出') })
})
