/** Being told, as people meet it: the bell of whoever has a matter now, and the rules an administrator sets. */
import { expect } from 'vitest'
import { sweep } from '#modules/matters/jobs.server.ts'
import { settle } from '#modules/notices/delivery-store.server.ts'
import { addDeliveries } from '#modules/notices/store.server.ts'
import { tell } from '#modules/notices/tell.server.ts'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'
import { report, uuid } from './matter.ts'
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

journey('twelve late at once ring once, lead to the list of the late, and can be read without signal', async (it) => {
  const { url, opened, phone, computer, complaints } = it
  const { db } = opened
  const at = phones(opened, url)
  for (let number = 1; number <= 12; number++) await at('official', '/api/matters', report(number, { source: 'phone' }))
  await tell(db, opened.clock(), url)
  const late = new Date(Date.now() + 20 * 86_400_000).toISOString()
  await sweep(db, late)
  await tell(db, opened.clock(), url)

  const official = await phone()
  await signIn(official, `${url}/field/`, 'official')
  await official.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await official.getByRole('link', { name: '通知，1 条未读' }).click()
  const digest = official.getByRole('link', { name: /未读.*12 件事项超时上提，请接单/ })
  await digest.waitFor()
  await accessible(official)
  await official.waitForTimeout(1500) // what is seen is kept half a second later
  await official.context().setOffline(true)
  await official.reload()
  await official.getByText('没有信号，这是上次看到的通知。').waitFor()
  await digest.waitFor()
  await accessible(official)
  await official.context().setOffline(false)
  await official.getByText('没有信号，这是上次看到的通知。').waitFor({ state: 'detached' })
  await digest.click()
  await official.waitForURL(/view=late/)

  const desk = await computer()
  await signIn(desk, `${url}/desk/`, 'chief')
  await desk.goto(`${url}/desk/notices`)
  await desk.getByRole('link', { name: /12 件事项已超时上提/ }).click()
  await desk.waitForURL(/matters\?view=late/)
  expect(complaints).toEqual([])
})

journey('an administrator sends again what had failed, and the auditor reads who did; a text gets its fields at WeChat', async (it) => {
  const { url, opened, computer, complaints } = it
  const { db } = opened
  const { county, id: personId, name } = cast.people.chief
  const message = { channel: 'sms', event: 'reported', audience: 'holder', template: 'new', isUrgent: false } as const
  const to = { matterId: null, personId, reporterId: null, robotId: null, address: null }
  const now = opened.clock()
  await addDeliveries(db, [
    { county, id: uuid(71), ...message, ...to, title: '新事项待接单', body: '请接单', facts: {}, at: now, nextAt: now },
  ])
  await settle(db, county, { id: uuid(71), attempts: 0 }, { status: 'failed', error: 'aliyun: isv.OUT_OF_SERVICE' })

  const page = await computer()
  await signIn(page, `${url}/desk/`, 'administrator')
  await page.goto(`${url}/desk/rules?tab=deliveries`)
  await page.getByText('原因：阿里云返回 isv.OUT_OF_SERVICE').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: `再发一次给${name}` }).click()
  await page.getByText('已重新排上，马上再发').waitFor()
  await page.getByText('等待', { exact: true }).waitFor()
  expect(await db.selectFrom('deliveries').select(['status', 'attempts']).execute()).toEqual([{ status: 'waiting', attempts: 0 }])

  await page.goto(`${url}/desk/rules?tab=notices`)
  await page.getByRole('button', { name: '修改“新事项待接单”' }).click()
  const dialog = page.getByRole('dialog', { name: '修改“新事项待接单”' })
  await dialog.getByLabel('微信模板编号').fill('TPL-1')
  await dialog.getByText('填了微信模板编号，还要写每个字段放什么。').waitFor()
  await dialog.getByRole('button', { name: '加一个字段' }).click()
  await dialog.getByLabel('第 1 个字段名').fill('first1')
  await dialog.getByText(/第 1 个字段名不对/).waitFor()
  await dialog.getByLabel('第 1 个字段名').fill('time1')
  await dialog.getByText(/例如：2026年6月3日 17:30/).waitFor()
  await accessible(page)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })

  const auditor = await computer()
  await signIn(auditor, `${url}/desk/`, 'auditor')
  await auditor.goto(`${url}/desk/audit`)
  await auditor.getByText('结果：失败 → 等待').waitFor()
  await auditor.getByText('文字“新事项待接单”').waitFor()
  await auditor.getByText('微信模板的字段：无 → time1 〔期限〕').waitFor()
  await accessible(auditor)
  expect(complaints).toEqual([])
})
