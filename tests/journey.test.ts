/** The main job, as people do it: from a resident's phone, up the ladder and back, until the resident says it is solved. */

import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'

const { places } = cast
const words = '巷口的垃圾堆了三天没人收,下雨流了一路'

const picture = async (colour: string) => ({
  name: '照片.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: colour } })
    .jpeg()
    .toBuffer(),
})

/** On the phone: the button itself where there is room for it, else under 更多. */
async function passUp(page: Page, reason: string) {
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
  if (!(await page.getByRole('button', { name: '上报' }).isVisible())) await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '上报' }).last().click()
  const sheet = page.getByRole('dialog', { name: '上报' })
  await sheet.getByRole('textbox').fill(reason)
  await sheet.getByRole('button', { name: /上报/ }).last().click()
  await page.getByText(reason).last().waitFor()
}

journey('a matter goes from a resident’s phone to settled', async ({ url, phone, computer, complaints }) => {
  const resident = await phone()
  await resident.goto(`${url}/l/${places.lane}`)
  await accessible(resident)
  await resident.getByText('张街长').first().waitFor()
  await resident.getByRole('link', { name: '反映事项' }).click()
  await resident.getByText('垃圾、污水、臭味、噪声').click()
  await resident.getByLabel('垃圾清运、保洁').check()
  await resident.getByLabel('具体情况').fill(words)
  await resident
    .locator('input[type=file]')
    .first()
    .setInputFiles(await picture('#8a5'))
  await accessible(resident)
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.waitForURL(/\/t\/[0-9A-Z]{16}/)
  await resident.getByText('请记下查询码').waitFor()
  await accessible(resident)
  const progress = resident.url().replace(/\?.*/, '')

  const chief = await phone()
  const signInPage = await phone()
  await signInPage.goto(`${url}/field/`)
  await signInPage.getByLabel('手机号').waitFor()
  await accessible(signInPage)
  await signIn(chief, `${url}/field/`, 'chief')
  await chief.getByText(words).waitFor()
  await accessible(chief)
  await chief.getByRole('button', { name: '接单' }).first().click()
  await chief.getByRole('link').filter({ hasText: words }).click()
  await chief.getByRole('heading', { name: '办理经过' }).waitFor()
  await accessible(chief)
  await passUp(chief, '要铲车,巷里没有')

  const official = await phone()
  await signIn(official, `${url}/field/`, 'official')
  await official.getByRole('link').filter({ hasText: words }).click()
  await passUp(official, '村里也没有')

  const township = await computer()
  await signIn(township, `${url}/desk/`, 'township')
  await township.getByText(words).first().waitFor()
  await accessible(township)
  await township.goto(`${url}/desk/matters?view=todo`)
  await township.getByRole('link', { name: words }).waitFor()
  await accessible(township)
  await township.getByRole('link', { name: words }).click()
  await township.getByRole('button', { name: '接单' }).click()
  await township.getByRole('button', { name: '转办部门' }).click()
  await accessible(township)
  await township.getByRole('dialog').getByRole('combobox').click()
  await township
    .getByRole('option', { name: '县住建局' })
    .or(township.locator('.ant-select-item-option', { hasText: '县住建局' }))
    .last()
    .click()
  await township.getByRole('dialog').getByRole('textbox').last().fill('请住建局派车')
  await township.getByRole('dialog').getByRole('button', { name: '转办', exact: true }).click()
  await township.getByRole('dialog').waitFor({ state: 'detached' })
  await township.locator('main').getByText('请住建局派车').waitFor()

  const department = await computer()
  await signIn(department, `${url}/desk/`, 'housing')
  await department.goto(`${url}/desk/matters?view=todo`)
  await department.getByRole('link', { name: words }).click()
  await department.getByRole('button', { name: '接单' }).click()
  await department.getByText('办理中').first().waitFor()
  await department.getByRole('button', { name: '办结' }).click()
  await department.getByRole('dialog').getByRole('textbox').fill('派铲车清运两车,已冲洗路面')
  await department
    .getByRole('dialog')
    .locator('input[type=file]')
    .first()
    .setInputFiles(await picture('#58a'))
  await department.getByRole('dialog').getByRole('button', { name: '办结', exact: true }).last().click()
  await department.getByRole('dialog').waitFor({ state: 'detached' })
  await department.locator('main').getByText('派铲车清运两车,已冲洗路面').first().waitFor()

  await resident.goto(progress)
  await resident.getByText('派铲车清运两车,已冲洗路面').first().waitFor()
  expect(await resident.locator('img[src*="/photos/"]').count()).toBeGreaterThanOrEqual(2)
  await accessible(resident)
  await resident.getByRole('button', { name: '已解决' }).click()
  await resident.getByText('已办结').first().waitFor()
  await resident
    .getByLabel('5 星')
    .or(resident.getByLabel(/很满意/))
    .first()
    .check({ force: true })
  await resident.getByRole('button', { name: '评价' }).click()
  await resident.getByText('谢谢您的评价').waitFor()
  expect(complaints).toEqual([])
})

journey('without signal nothing is lost: it waits on the phone, survives a restart, and is sent once', async ({ url, phone, opened }) => {
  const chief = await phone()
  await signIn(chief, `${url}/field/`, 'chief')
  await chief.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await chief.reload() // now the service worker serves the app
  await chief.getByRole('link', { name: '反映' }).click()
  await chief.getByText('加照片').first().waitFor()

  await chief.context().setOffline(true)
  await chief.getByRole('button', { name: /垃圾/ }).or(chief.getByText('垃圾、污水、臭味、噪声')).first().click()
  await chief.getByText('垃圾清运、保洁').first().click()
  await chief
    .getByRole('textbox', { name: /情况|什么事/ })
    .first()
    .fill('没有信号时报的事')
  await chief
    .locator('input[type=file]')
    .first()
    .setInputFiles(await picture('#a85'))
  await chief
    .locator('form, .form, main')
    .getByRole('button', { name: /^(反映|提交|报上去|发出)/ })
    .last()
    .click()
  await chief
    .getByText(/1 条待发送/)
    .first()
    .waitFor()
  await chief.reload()
  await chief
    .getByText(/1 条待发送/)
    .first()
    .waitFor()
  expect(await opened.db.selectFrom('matters').select('id').execute()).toEqual([])

  await chief.context().setOffline(false)
  await chief
    .getByText(/1 条待发送/)
    .first()
    .waitFor({ state: 'detached' })
  const sent = await opened.db.selectFrom('matters').select(['words', 'holderRole']).execute()
  expect(sent).toEqual([{ words: '没有信号时报的事', holderRole: 'village_official' }])
  expect(await opened.db.selectFrom('photos').select('version').execute()).toEqual([{ version: 1 }])
})
