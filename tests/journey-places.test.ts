/** Places that change, as an administrator at a desk, a township with a printer, a lane chief and a resident with an old board meet it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'
import { envelope, report } from './matter.ts'
import { phones } from './phones.ts'

const { places } = cast

/** By a part of its name, in a field for places. */
async function pick(page: Page, field: string, typed: string) {
  const box = page.getByRole('combobox', { name: field })
  await box.click()
  await box.fill(typed)
  await page.locator('.ant-select-tree-title', { hasText: typed }).first().click()
}

const why = (page: Page, words: string) => page.getByLabel('为什么调整').fill(words)

journey('a village is split: its people and open work go along, the old name stays readable, its boards are printed anew', async (it) => {
  const { url, opened, computer, phone, complaints } = it
  const at = phones(opened, url)
  for (const number of [1, 2]) await at('official', '/api/matters', report(number, { source: 'phone' }))
  const closed = report(2)
  await at('chief', `/api/matters/${closed.id}/commands`, envelope({ do: 'settle', outcome: '清走了' }))
  await at('gridWorker', `/api/matters/${closed.id}/commands`, envelope({ do: 'verify' }))

  const desk = await computer()
  await signIn(desk, `${url}/desk/`, 'administrator')
  await desk.goto(`${url}/desk/places?code=${places.village}`)
  await desk.getByRole('link', { name: '调整区划' }).click()
  await desk.getByRole('button', { name: '分设' }).click()
  await desk.getByLabel('第 1 个的名称').fill('河湾东村委会')
  await desk.getByRole('combobox', { name: '归它的下级' }).click()
  await desk.getByTitle('第一网格').click()
  await desk.getByRole('button', { name: '先看会怎样' }).click()
  await desk.getByText('请先填好“为什么调整”').waitFor()
  await why(desk, '县政府关于调整行政村的批复')
  await accessible(desk)
  await desk.getByRole('button', { name: '先看会怎样' }).click()
  const now = desk.getByRole('region', { name: '现在' })
  await now.getByRole('listitem').filter({ hasText: '槐树巷' }).getByText('1 岗 · 1 件').waitFor()
  await accessible(desk)
  await desk.getByRole('button', { name: '确定调整' }).click()
  await desk.getByText('将有 2 个岗位、1 件没办完的事一起转').waitFor()
  await desk.getByRole('dialog').getByRole('button', { name: '确定调整' }).click()
  await desk.getByText('转岗位 2 个，转没办完的事 1 件，换公示牌 2 块').waitFor()

  await desk.goto(`${url}/desk/places?code=${places.lane}`)
  await desk.getByText('不再使用').waitFor()
  await desk.getByRole('link', { name: '东镇 河湾东村委会 第一网格 槐树巷' }).click()
  await desk.getByText(/要换：区划调整/).waitFor()
  await desk.getByText('张街长').waitFor()
  await accessible(desk)
  const lane = new URL(desk.url()).searchParams.get('code') ?? ''

  const township = await computer()
  await signIn(township, `${url}/desk/`, 'township')
  await township.goto(`${url}/desk/matters/${closed.id}`)
  await township.getByText('河湾村委会 第一网格 槐树巷（现为河湾东村委会 第一网格 槐树巷）').first().waitFor()
  expect((await at('chief', `/api/matters/${report(1).id}`)).row.matter).toMatchObject({ place: lane, holderPlace: lane })

  const resident = await phone()
  await resident.goto(`${url}/l/${places.lane}`)
  await resident.getByText('您找的“槐树巷”').waitFor()
  await resident.goto(`${url}/l/${lane}/print`)
  await resident.getByRole('button', { name: '打印' }).waitFor()
  expect(await resident.getByRole('button', { name: /登记/ }).count()).toBe(0)

  await township.goto(`${url}/desk/boards`)
  await township.getByRole('link', { name: '打印这 2 块' }).waitFor()
  await township.goto(`${url}/l/${lane}/print`)
  await township.getByRole('button', { name: /登记换牌/ }).click()
  await township.getByText('已登记').waitFor()
  await township.goto(`${url}/desk/boards`)
  await township.getByRole('link', { name: '打印这 1 块' }).waitFor()
  expect(complaints).toEqual([])
})

const edition = [
  '统计用区划代码,城乡分类代码,名称',
  ...['149901100000,,东镇', '149901100201,220,河湾新村委会', '149901100203,220,新庄村委会'],
  ...['149901101000,,西镇', '149901101201,220,西沟村委会'],
].join('\n')

journey('a later edition of the codes is compared, looked at whole and confirmed', async (it) => {
  const { url, opened, computer, complaints } = it
  const at = phones(opened, url)
  await at('nextOfficial', '/api/matters', report(1, { source: 'phone', place: places.nextLane }))

  const desk = await computer()
  await signIn(desk, `${url}/desk/`, 'administrator')
  await desk.goto(`${url}/desk/changes`)
  await desk.getByRole('link', { name: '导入新版代码' }).click()
  await desk.locator('input[type=file]').setInputFiles({ name: '2026.csv', mimeType: 'text/csv', buffer: Buffer.from(edition) })
  await desk.getByRole('heading', { name: '比对出 3 处变化' }).waitFor()
  const row = (words: string) => desk.getByRole('row', { name: words })
  await row('新设').getByText('新庄村委会').waitFor()
  await row('改名').getByText('河湾新村委会').waitFor()
  await row('撤销').getByText('7 岗 · 1 件').waitFor()
  await accessible(desk)
  await pick(desk, '由谁接手', '西沟村委会')
  await desk.getByRole('checkbox', { name: '改名 河湾村委会' }).check()
  await why(desk, '2026 年版统计用区划代码')
  await desk.getByRole('button', { name: '先看会怎样' }).click()
  const after = desk.getByRole('region', { name: '调整以后' })
  await after.getByRole('listitem').filter({ hasText: '前街' }).getByText('转来').waitFor()
  await after.getByRole('listitem').filter({ hasText: '河湾新村委会' }).getByText('原 河湾村委会').waitFor()
  await accessible(desk)
  await desk.getByRole('button', { name: '确认选中的 2 条' }).click()
  await desk.getByRole('dialog', { name: '确定这 2 处变化吗？' }).getByRole('button', { name: '确定调整' }).click()
  await desk.getByText('坡上村委会 → 西沟村委会').waitFor()
  await desk.getByText('河湾村委会 → 河湾新村委会').waitFor()

  const lane = `${places.westVillage}002001`
  expect((await at('nextChief', `/api/matters/${report(1).id}`)).row.matter.place).toBe(lane)
  await desk.goto(`${url}/desk/places?code=${places.village}`)
  await desk.getByText(/以前叫“河湾村委会”/).waitFor()
  await desk.goto(`${url}/desk/boards`)
  await desk.getByRole('link', { name: '打印这 4 块' }).waitFor()
  await desk.goto(`${url}/desk/editions`)
  await desk.locator('input[type=file]').setInputFiles({ name: '2026.csv', mimeType: 'text/csv', buffer: Buffer.from(edition) })
  await desk.getByRole('heading', { name: '比对出 1 处变化' }).waitFor()
  expect(complaints).toEqual([])
})
