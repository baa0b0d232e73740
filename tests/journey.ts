/** A journey: a real browser, the built apps, a real server on a port, and the usual cast in a database of its own. */
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { openBrowser } from '../scripts/browser.ts'
import { buildWeb } from '../scripts/build-web.ts'
import { freePort } from '../scripts/free-port.ts'
import { cast, demoPassword } from './cast.ts'
import { type Opened, withOpened } from './server.ts'

export type Journey = {
  readonly url: string
  readonly opened: Opened
  /** A phone of 390 x 844 with nobody signed in. */
  phone(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** A computer of 1440 x 900. */
  computer(): Promise<Page>
  /** Every complaint of every page so far: errors in the console and exceptions. */
  readonly complaints: readonly string[]
}

let browser: Browser | undefined
beforeAll(async () => {
  await buildWeb(() => undefined)
  browser = await openBrowser()
}, 240_000)
afterAll(() => browser?.close())

export const journey = (name: string, body: (it: Journey) => Promise<void>, timeout = 120_000) => test(name, { timeout }, () => run(body))

async function run(body: (it: Journey) => Promise<void>) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  await withOpened({ address: url }, async (opened) => {
    const server = serve({ fetch: createApp(opened).fetch, port })
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    const page = async (options: Parameters<Browser['newContext']>[0]) => {
      const context = await browser!.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
      contexts.push(context)
      const opened = await context.newPage()
      opened.setDefaultTimeout(20_000)
      opened.on('pageerror', (error) => complaints.push(error.message))
      opened.on(
        'console',
        (line) => line.type() === 'error' && !/Failed to load resource/.test(line.text()) && complaints.push(line.text()),
      )
      return opened
    }
    try {
      await body({
        url,
        opened,
        complaints,
        phone: (options) => page({ viewport: { width: 390, height: 844 }, ...options }),
        computer: () => page({ viewport: { width: 1440, height: 900 } }),
      })
    } finally {
      for (const context of contexts) await context.close()
      await new Promise((resolve) => server.close(resolve))
    }
  })
}

/** Signs somebody of the cast in, at the field app or the desk. */
export async function signIn(page: Page, app: string, who: keyof typeof cast.people) {
  await page.goto(app)
  await page.getByLabel('手机号').fill(cast.people[who].phone)
  await page.getByLabel('密码').first().fill(demoPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('手机号').waitFor({ state: 'detached' })
}

/** No violation of WCAG 2.2 AA that axe can see on the page as it is now. */
export async function accessible(page: Page) {
  const { source } = (await import('axe-core')).default
  // Evaluated as the browser's own script: the page's policy forbids adding one.
  const violations = await page.evaluate(
    `(async () => { ${source}; const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }); return violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).join(' | ')) })()`,
  )
  expect(violations, page.url().replace(/\/t\/.*/, '/t/…')).toEqual([])
}
