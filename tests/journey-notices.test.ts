/** Being told, as people meet it: the bell of whoever has a matter now, and the rules an administrator sets. */
import { expect } from 'vitest'
import { tell } from '#modules/notices/tell.server.ts'
import { accessible, journey, signIn } from './journey.ts'
import { report } from './matter.ts'
import { phones } from './phones.ts'

journey('a report at the village rings the lane chief’s bell by itself, and opening it makes it quiet again', async (it) => {
  const { url, opened, phone, computer, complaints } = it
  const at = phones(opened, url)
  const chief = await phone()
  await signIn(chief, `${url}/field/`, 'chief')
  const bell = chief.locator('.bell')
  await chief.getByRole('link', { name: '通知', exact: true }).waitFor()
  await bell.click()
  await chief.getByText('还没有通知').waitFor()
  await accessible(chief)
  await chief.getByRole('button', { name: '返回' }).click()

  const { words } = report(1)
  await at('official', '/api/matters', report(1, { source: 'phone' }))
  await tell(opened.db, opened.clock(), url)
  await chief.getByRole('link', { name: '通知，1 条未读' }).waitFor()
  await chief.getByText(words).first().waitFor()

  await bell.click()
  const notice = chief.getByRole('link', { name: /未读.*新事项待接单/ })
  await notice.waitFor()
  await accessible(chief)
  await notice.click()
  await chief.getByText(words).first().waitFor()
  await chief.getByRole('button', { name: '返回' }).click()
  await chief.getByRole('link', { name: /新事项待接单/ }).waitFor()
  await chief.getByText('未读').waitFor({ state: 'detached' })
  await chief.getByRole('button', { name: '返回' }).click()
  await chief.getByRole('link', { name: '通知', exact: true }).waitFor()

  const desk = await computer()
  await signIn(desk, `${url}/desk/`, 'chief')
  await desk.getByRole('button', { name: '通知', exact: true }).click()
  await desk.getByRole('region', { name: '通知' }).getByText('新事项待接单').waitFor()
  await accessible(desk)
  expect(complaints).toEqual([])
})

journey('an administrator turns a channel off and rewrites a text; a group’s text may not say whose turn it is', async (it) => {
  const { url, computer, complaints } = it
  const page = await computer()
  await signIn(page, `${url}/desk/`, 'administrator')
  await page.goto(`${url}/desk/rules?tab=notices`)
  const push = page.getByRole('switch', { name: '有人反映：手机通知告诉现在负责的岗位', exact: true })
  await push.click()
  await page.getByText('已改好，现在起生效').waitFor()
  await page.reload()
  await push.waitFor()
  expect(await push.getAttribute('aria-checked')).toBe('false')
  await accessible(page)

  await page.getByRole('button', { name: '修改“事项提醒”' }).click()
  const dialog = page.getByRole('dialog', { name: '修改“事项提醒”' })
  await dialog.getByRole('textbox', { name: '中文内容' }).fill('{seat}请看')
  await dialog.getByText('“岗位”不能用在这里，请去掉。').waitFor()
  expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: '中文内容' }).fill('请看')
  await dialog.getByRole('button', { name: '插入“编号”' }).click()
  await dialog.getByRole('region', { name: '中文' }).getByText('示例-0012').waitFor()
  await accessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('请看〔编号〕').waitFor()

  await page.goto(`${url}/desk/rules?tab=channels`)
  await page.getByRole('heading', { name: '群机器人' }).waitFor()
  await accessible(page)
  await page.goto(`${url}/desk/rules?tab=deliveries`)
  await page.getByText('还没有发送记录').waitFor()
  await accessible(page)
  expect(complaints).toEqual([])
})
