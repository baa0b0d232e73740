/** A village day without signal: planned, walked door by door, written down on the phone; it arrives once, and the week's duties show it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { accessible, type Journey, journey, signIn } from './journey.ts'

/** The county's day. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

const recordsOf = ({ opened: { db } }: Pick<Journey, 'opened'>) =>
  db.selectFrom('beatRecords').select(['id', 'on', 'facts', 'matterId', 'disputeId', 'voided', 'version']).orderBy('filedAt').execute()

/** The officer's week, opened once with signal. */
async function begun({ url, phone }: Journey): Promise<Page> {
  const page = await phone()
  await signIn(page, `${url}/field/`, 'villagePolice')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await page.getByRole('link', { name: '驻村' }).click()
  await page.getByRole('heading', { name: '本周还要做的' }).waitFor()
  return page
}

const owed = (page: Page, words: RegExp) => page.locator('.owed-line').filter({ hasText: words })
/** A try that failed as the signal came back is made again after a while. */
const sent = (page: Page) => page.getByText(/条待发送/).waitFor({ state: 'detached', timeout: 60_000 })

journey('a village day is planned and walked without signal, outlives a reload, arrives once, and the week shows it', async (it) => {
  const { opened, complaints } = it
  const page = await begun(it)
  await owed(page, /本周进村 1 天/)
    .getByText('还差')
    .waitFor()
  await owed(page, /每次走访 5 户/)
    .getByText('到时再做')
    .waitFor()
  await accessible(page)
  await page.context().setOffline(true)

  await page.getByRole('link', { name: '进村安排' }).click()
  await page.getByRole('button', { name: '先安排' }).click()
  await page.getByRole('textbox', { name: /打算做什么/ }).fill('走访槐树巷，参加村民会议')
  await page.getByRole('button', { name: '记好' }).click()
  await page.getByText('没有信号，已存在手机里').waitFor()
  await page.getByRole('heading', { name: '已安排的进村' }).waitFor()

  await page.getByRole('link', { name: '记走访' }).click()
  await page.getByRole('button', { name: /槐树巷/ }).click()
  await page.getByRole('textbox', { name: '门牌号' }).fill('12')
  await page.getByRole('button', { name: '看望' }).click()
  await page.getByRole('textbox', { name: /听到的/ }).fill('老人一个人在家，取暖炉旧了')
  await page.getByRole('textbox', { name: /答应的事/ }).fill('找村里换炉子')
  await page.getByLabel('哪天前办好').fill(today())
  await accessible(page)
  await page.waitForTimeout(800) // what is typed is on the phone half a second later
  await page.reload()
  await expect.poll(() => page.getByRole('textbox', { name: /听到的/ }).inputValue()).toBe('老人一个人在家，取暖炉旧了')
  await page.getByRole('button', { name: '记好，去下一家' }).click()

  // Next door: the lane and the purpose are there already, and the doors beside it to tap.
  await page.getByRole('button', { name: '13', exact: true }).click()
  expect(await page.getByRole('button', { name: /槐树巷/ }).getAttribute('aria-pressed')).toBe('true')
  expect(await page.getByRole('textbox', { name: /听到的/ }).inputValue()).toBe('')
  await page.getByRole('button', { name: '记好', exact: true }).click()

  await page.getByRole('link', { name: '村民会议' }).click()
  await page.getByRole('textbox', { name: '会上议的事' }).fill('议定巷道清雪分工')
  await page.getByRole('textbox', { name: /到会人数/ }).fill('31')
  await page.getByRole('button', { name: '记好' }).click()

  await page.getByText(/4 条待发送/).waitFor()
  await owed(page, /本周进村 1 天/)
    .getByText('另有 1 天在手机里')
    .waitFor()
  await owed(page, /每次走访 5 户/)
    .getByText('另有 2 户在手机里')
    .waitFor()
  await page.getByText('找村里换炉子').first().waitFor()
  await page.getByRole('button', { name: '已进村' }).click()
  await page.getByText(/5 条待发送/).waitFor()
  await accessible(page)
  expect(await recordsOf(it)).toEqual([])

  await page.reload()
  await page.getByText(/5 条待发送/).waitFor()
  await page.getByText('槐树巷 13 号').first().waitFor()
  await page.context().setOffline(false)
  await sent(page)
  const made = await recordsOf(it)
  expect(made.map(({ facts, on, version }) => [(facts as { kind: string }).kind, on, version])).toEqual([
    ['day', today(), 2],
    ['visit', today(), 1],
    ['visit', today(), 1],
    ['meeting', today(), 1],
  ])
  expect(made[0]!.facts).toMatchObject({ state: 'done', plan: '走访槐树巷，参加村民会议' })
  expect(made[1]!.facts).toMatchObject({ lane: cast.places.lane, house: '12', promised: '找村里换炉子', promisedBy: today() })
  expect(await opened.db.selectFrom('events').select('type').where('subject', '=', 'beat').execute()).toHaveLength(5)

  await owed(page, /本周进村 1 天/)
    .getByText('已完成')
    .waitFor()
  await owed(page, /每次走访 5 户/)
    .getByText('已有 2 户')
    .waitFor()
  await owed(page, /本月参加村民会议 1 次/)
    .getByText('已完成')
    .waitFor()
  await page.getByRole('button', { name: '已办好', exact: true }).click()
  await page.getByText('已记为办好').waitFor()
  await page.getByRole('button', { name: '已办好', exact: true }).waitFor({ state: 'detached' })

  await page.getByRole('link', { name: '怎么算的，看依据' }).click()
  const section = page.getByRole('region', { name: '每次至少走访 5 户' })
  await section.getByText('走访：2 户，要求 5 户').waitFor()
  await accessible(page)
  await section.getByRole('link').first().click()
  await page.getByText('槐树巷 12 号').waitFor()
  await accessible(page)
  expect(complaints).toEqual([])
})

/** A visit written down with signal, up to its last button. */
async function visited(page: Page, house: string, heard: string) {
  await page.getByRole('link', { name: '驻村' }).click()
  await page.getByRole('link', { name: '记走访' }).click()
  await page.getByRole('button', { name: /槐树巷/ }).click()
  await page.getByRole('textbox', { name: '门牌号' }).fill(house)
  await page.getByRole('button', { name: '矛盾纠纷' }).click()
  await page.getByRole('textbox', { name: /听到的/ }).fill(heard)
}

journey('a visit becomes a matter or a mediation file in one step, also without signal, with nothing typed twice', async (it) => {
  const { opened, complaints } = it
  const page = await begun(it)
  await visited(page, '7', '巷口路灯不亮，老人晚上不敢出门')
  await page.getByRole('button', { name: '转成事项' }).click()
  await page.getByText('东镇 河湾村委会 槐树巷').waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: '具体情况' }).inputValue()).toBe('巷口路灯不亮，老人晚上不敢出门')
  await accessible(page)
  await page.getByRole('button', { name: /路灯/ }).first().click()
  await page
    .getByRole('button', { name: /路灯|照明/ })
    .last()
    .click()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '反映', exact: true }).click()
  await page.getByText(/2 条待发送/).waitFor()
  await page.context().setOffline(false)
  await sent(page)
  const [matter] = await opened.db.selectFrom('matters').select(['id', 'place', 'words']).execute()
  expect(matter).toMatchObject({ place: cast.places.lane, words: '巷口路灯不亮，老人晚上不敢出门' })
  expect((await recordsOf(it)).map(({ matterId, version }) => [matterId, version])).toEqual([[matter!.id, 2]])

  await visited(page, '9', '和邻居为院墙滴水吵架')
  await page.getByRole('button', { name: '转人民调解' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: '纠纷情况' }).inputValue()).toBe('和邻居为院墙滴水吵架')
  await page.getByText('选择纠纷类型').click()
  await page.getByRole('searchbox').fill('排水')
  await page.getByRole('button', { name: /用水排水/ }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(/已转给调委会，案号/).waitFor()
  await sent(page)
  const dispute = await opened.db.selectFrom('disputes').select('id').executeTakeFirstOrThrow()
  await expect.poll(async () => (await recordsOf(it))[1]?.disputeId).toBe(dispute.id)

  // Something written twice is voided with its reason, and no longer counts.
  await page.getByRole('link', { name: '驻村' }).click()
  await page.getByText('槐树巷 9 号').click()
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await page.getByRole('button', { name: '记重了' }).click()
  await accessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await page.getByText('已作废：记重了').waitFor()
  await page.getByText('槐树巷 7 号').click()
  await page.getByRole('button', { name: '改一改' }).click()
  await page.getByRole('textbox', { name: '门牌号' }).fill('8')
  await page.getByRole('button', { name: '改好' }).click()
  await page.getByText('槐树巷 8 号').waitFor()
  expect((await recordsOf(it)).map(({ facts, voided }) => [(facts as { house: string }).house, voided])).toEqual([
    ['8', null],
    ['9', '记重了'],
  ])
  expect(complaints).toEqual([])
})

journey('bulletins, clues, groups and counts go the same way; the source of a clue stays with its author', async (it) => {
  const { url, phone, opened, complaints } = it
  const page = await begun(it)
  await page.getByRole('link', { name: '治安通报' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill('近期防骗提醒')
  await page.getByRole('textbox', { name: '内容' }).fill('有人冒充燃气公司收费，请不要付钱，有事找张民警。')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByText(/1 条待发送/).waitFor()
  await page.context().setOffline(false)
  await page.getByText('近期防骗提醒').waitFor()
  await accessible(page)
  await page.goBack()

  await page.getByRole('link', { name: '线索' }).click()
  await page.getByRole('textbox', { name: '线索内容' }).fill('夜里有陌生货车卸货')
  await page.getByRole('textbox', { name: /谁说的/ }).fill('卖早点的王姐')
  await page.getByText('加密保存，只有您自己看得到。').waitFor()
  await page.getByRole('button', { name: '交出去' }).click()
  await page.getByText('谁说的：卖早点的王姐（只有您看得到）').waitFor()
  await accessible(page)
  await page.goBack()

  await page.getByRole('link', { name: '录入条数' }).click()
  await page.getByRole('textbox', { name: '实有房屋' }).fill('21')
  await page.getByRole('textbox', { name: '实有人口' }).fill('34')
  await accessible(page)
  await page.getByRole('button', { name: '记好' }).click()
  await page.getByText('实有人口 34 条').waitFor()
  await page.getByRole('link', { name: '联系群' }).click()
  await page.getByRole('textbox', { name: '群名' }).fill('河湾村平安群')
  await page.getByRole('textbox', { name: '群人数' }).fill('186')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(/186 人/).waitFor()
  await accessible(page)
  await sent(page)
  expect(await opened.db.selectFrom('bulletins').select('title').execute()).toEqual([{ title: '近期防骗提醒' }])
  expect(await opened.db.selectFrom('contactGroups').select(['name', 'size']).execute()).toEqual([{ name: '河湾村平安群', size: 186 }])

  const adviser = await phone()
  await signIn(adviser, `${url}/field/`, 'adviser')
  await adviser.getByRole('heading', { name: '驻村' }).waitFor()
  await adviser.getByRole('link', { name: '解答法律问题' }).click()
  await adviser.getByRole('textbox', { name: '问的问题' }).fill('借条没写还款日期还能要吗')
  await adviser.getByRole('switch').click()
  await adviser.getByRole('button', { name: '记好' }).click()
  await adviser.getByText('问题已解决的，请写怎么答的。').waitFor()
  await adviser.getByRole('textbox', { name: /怎么答的/ }).fill('催告后给合理期限，再不还可以起诉')
  expect(await adviser.getByRole('link', { name: '录入条数' }).count()).toBe(0)
  await adviser.getByRole('button', { name: '记好' }).click()
  await adviser.getByText('借条没写还款日期还能要吗').waitFor()
  await accessible(adviser)
  await adviser.goto(`${url}/field/beats/clues`)
  await adviser.getByText('还没有交过线索').waitFor()
  expect(complaints).toEqual([])
})
