/** `npm run screenshots`: the pictures of the README, from the running product with its demo county, in a real browser. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pino from 'pino'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { loadDemo } from '#db/demo/load.ts'
import { demoCounty, shown } from '#db/demo/shown.ts'
import { startEmbedded } from '#db/embedded.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Role } from '#modules/people/role.ts'
import { holdersOf } from '#modules/people/store.server.ts'
import { createApp } from '#server/app.ts'
import { open } from '#server/start.ts'
import { openBrowser } from './browser.ts'
import { buildWeb } from './build-web.ts'
import { freePort } from './free-port.ts'

const port = await freePort()
const address = `http://localhost:${port}`
const target = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const password = 'Fengqiao-2018'
/** As db/demo/sign-ins.ts prints them. */
const lane = '140826100201001001'
const chief = '13800000151'
const township = '13800000051'

const say = (line: string) => console.log(line)
mkdirSync(target, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'maplebridge-pictures-'))
await buildWeb(say)
const { url, stop } = await startEmbedded({ folder, fast: true })
const opened = await open(
  { url, secret: 'a secret for pictures, thirty-two characters or more', photos: folder, address },
  pino({ level: 'error' }),
)
await loadDemo(opened, say)
const server = serve({ fetch: createApp(opened).fetch, port })
const browser = await openBrowser()
const look = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', deviceScaleFactor: 2 }
const phone = await (await browser.newContext({ ...look, viewport: { width: 390, height: 844 } })).newPage()
const computer = await (await browser.newContext({ ...look, viewport: { width: 1280, height: 844 } })).newPage()

async function picture(page: Page, name: string) {
  await page.waitForLoadState('networkidle')
  const bytes = await page.screenshot()
  await sharp(bytes)
    .png({ palette: true, colours: 128, compressionLevel: 9 })
    .toFile(join(target, `${name}.png`))
  say(`docs/pictures/${name}.png`)
}

async function signIn(page: Page, path: string, who: string) {
  await page.goto(`${address}${path}`)
  await page.getByLabel('手机号').fill(who)
  await page.getByLabel('密码').first().fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('手机号').waitFor({ state: 'detached' })
}

const road = await sharp(
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#b9b3a4"/><path d="M0 620h1200v280H0z" fill="#7c786f"/><circle cx="610" cy="740" r="150" fill="#2b2926"/><path d="M470 740a140 60 0 0 1 280 0" fill="#45413c"/></svg>',
  ),
)
  .jpeg()
  .toBuffer()

await phone.goto(`${address}/l/${lane}`)
await picture(phone, 'board')
await phone.getByRole('link', { name: '反映事项' }).click()
await phone.getByText('路灯、道路、井盖').click()
await phone.getByLabel('井盖破损').check()
await phone.getByLabel('具体情况').fill('巷口的井盖破了一角,天黑容易踩空,请尽快换一个。')
await phone.locator('input[type=file]').first().setInputFiles({ name: '井盖.jpg', mimeType: 'image/jpeg', buffer: road })
await phone.getByLabel('具体情况').scrollIntoViewIfNeeded()
await picture(phone, 'report')
await phone.getByRole('button', { name: '提交' }).click()
await phone.waitForURL(/\/t\//)
await picture(phone, 'receipt')
const progress = phone.url().replace(/\?.*/, '')

const worker = await (await browser.newContext({ ...look, viewport: { width: 390, height: 844 } })).newPage()
await signIn(worker, '/field/', chief)
await worker.getByRole('link').filter({ hasText: '井盖破了一角' }).waitFor()
await picture(worker, 'field-todo')
await worker.getByRole('link').filter({ hasText: '井盖破了一角' }).click()
await worker.getByRole('button', { name: '接单' }).click()
await worker.getByText('办理中').first().waitFor()
await picture(worker, 'field-matter')
await phone.goto(progress)
await picture(phone, 'progress')

await signIn(computer, '/desk/', township)
await picture(computer, 'desk-today')
await computer.goto(`${address}/desk/matters`)
await computer.getByRole('table').waitFor()
await picture(computer, 'desk-queue')

/** Whoever sits in a seat of the shown village today. */
const phoneOf = async (role: Role, place = shown.village) => {
  const [holder] = await holdersOf(opened.db, demoCounty, { role, place, department: null }, dayOf(new Date().toISOString()))
  if (!holder) throw new Error(`nobody is ${role} at ${place}`)
  return holder.phone
}
const smaller = { ...look, viewport: { width: 390, height: 844 } }

const mediator = await (await browser.newContext(smaller)).newPage()
await signIn(mediator, '/field/', await phoneOf('mediation_head'))
await mediator.goto(`${address}/field/disputes`)
await mediator.locator('.card-link').first().waitFor()
await picture(mediator, 'field-disputes')
await mediator.locator('.card-link').first().click()
await mediator.getByRole('heading').nth(1).waitFor()
await picture(mediator, 'field-dispute')

const head = await (await browser.newContext({ ...look, viewport: { width: 1280, height: 844 } })).newPage()
await signIn(head, '/desk/', await phoneOf('mediation_head'))
await head.goto(`${address}/desk/disputes`)
await head.getByRole('table').waitFor()
await head.locator('.words-link').first().click()
await head.waitForURL(/disputes\/[0-9a-f-]{36}/)
await picture(head, 'desk-dispute')

const officer = await (await browser.newContext(smaller)).newPage()
await signIn(officer, '/field/', await phoneOf('police_officer'))
await officer.goto(`${address}/field/beats`)
await officer.getByText('本周还要做的').first().waitFor()
await picture(officer, 'field-week')

await browser.close()
server.close()
await opened.close()
await stop()
rmSync(folder, { recursive: true, force: true })
