/** A mediator in a village without signal: what is written and signed on the phone arrives later, once, and nobody else finds it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { DisputeId } from '#modules/kernel/ids.ts'
import { cast } from './cast.ts'
import { consents, li, registration, zhao } from './dispute.ts'
import { accessible, type Journey, journey, signIn } from './journey.ts'
import { envelope, report, uuid } from './matter.ts'
import { picture } from './picture.ts'

const id = uuid(1) as DisputeId
const notes = '李大山说滴水冲坏墙根；赵小河愿意把管子改到自家院里。'

/** The county's day, `after` days from now. */
const day = (after = 0) => new Date(Date.now() + 8 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10)

/** Through the signed-in person's own session. */
async function post(page: Page, path: string, body: object) {
  const url = new URL(page.url()).origin
  const reply = await page.context().request.post(`${url}/api${path}`, { data: body, headers: { origin: url } })
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`)
}

/** A file that both parties want mediated, opened on the phone once. */
async function accepted({ url, phone }: Journey): Promise<Page> {
  const page = await phone()
  await signIn(page, `${url}/field/`, 'mediator')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await post(page, '/disputes', registration(1))
  for (const command of consents)
    await post(page, `/disputes/${id}/commands`, envelope('on' in command ? { ...command, on: day() } : command))
  await page.goto(`${url}/field/disputes/${id}`)
  await page.getByText('可以开始调解').waitFor()
  return page
}

const fileOf = async ({ opened: { db } }: Pick<Journey, 'opened'>) => {
  const { status, file, version } = await db
    .selectFrom('disputes')
    .select(['status', 'file', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    status,
    version,
    ...(file as { sessions: { notes: string }[]; agreement: { signatures: { as: string; who: string; device: string }[] } | null }),
  }
}

/** A name with a finger: a few strokes across the paper. */
async function sign(page: Page) {
  const paper = page.locator('.signature canvas')
  await paper.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await paper.boundingBox())!
  await page.mouse.move(x + width * 0.2, y + height * 0.3)
  await page.mouse.down()
  for (const step of [0.3, 0.4, 0.5, 0.6, 0.7])
    await page.mouse.move(x + width * step, y + height * (step % 0.2 > 0.1 ? 0.7 : 0.3), { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: '重写' }).waitFor()
}

async function signs(page: Page, step: RegExp) {
  await page.locator('.step').filter({ hasText: step }).getByRole('button').click()
  await page.getByRole('dialog').getByText('付修墙').first().waitFor()
  await sign(page)
  await page.getByRole('button', { name: '签好了' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

journey('session notes and signatures are made without signal, outlive a reload, and arrive once', async (it) => {
  const { url, phone, opened, complaints } = it
  const page = await accepted(it)
  await page.context().setOffline(true)

  await page.getByRole('button', { name: '记调解笔录' }).click()
  await page.getByRole('textbox', { name: '调解笔录' }).fill(notes)
  await accessible(page)
  await page.waitForTimeout(800) // what is typed is on the phone half a second later
  await page.reload()
  await expect.poll(() => page.getByRole('textbox', { name: '调解笔录' }).inputValue()).toBe(notes)
  await page.getByRole('button', { name: '村委会调解室' }).click()
  await page.getByRole('button', { name: '存入案卷' }).click()
  await page.getByText('没有信号，已存在手机里').waitFor()
  await page.getByText('还要再谈，就再记一次笔录。').waitFor()
  await page.getByText(/1 条待发送/).waitFor()

  await page.getByRole('button', { name: '写协议' }).first().click()
  await page.getByRole('textbox', { name: '争议的地方' }).fill('滴水往哪里排')
  await page.getByRole('textbox', { name: '各方责任' }).fill('赵小河家的管子伸过了墙')
  await page.getByRole('dialog').getByRole('button', { name: '赵小河' }).click()
  await page.getByRole('textbox', { name: '做什么' }).fill('付修墙工料钱')
  await page.getByRole('textbox', { name: /金额/ }).fill('1200')
  await page.getByRole('button', { name: '当面付现金' }).click()
  await page.getByLabel('哪天前做完').fill(day(14))
  await accessible(page)
  await page.getByRole('button', { name: '写入案卷' }).click()
  await page.getByText('已达成协议，待签字').waitFor()

  await signs(page, /等李大山签字/)
  await signs(page, /等赵小河签字/)
  await signs(page, /等调解员签字/)
  await page.getByText(/5 条待发送/).waitFor()
  await page
    .getByText(/手写设备：电脑 · Chrome/)
    .first()
    .waitFor()
  await accessible(page)
  expect(await fileOf(it)).toMatchObject({ status: 'mediating', sessions: [], agreement: null })

  await page.context().setOffline(false)
  await page.getByText(/条待发送/).waitFor({ state: 'detached' })
  const { sessions, agreement: made, status, version } = await fileOf(it)
  expect(sessions.map((each) => each.notes)).toEqual([notes])
  expect(status).toBe('agreed')
  expect(made?.signatures.map(({ as, who }) => [as, who])).toEqual([
    ['party', li.id],
    ['party', zhao.id],
    ['mediator', cast.people.mediator.id],
  ])
  expect(made?.signatures[0]?.device).toBe('电脑 · Chrome')
  expect(await opened.db.selectFrom('photos').select('id').where('disputeId', '=', id).execute()).toHaveLength(3)
  expect(version).toBe(1 + consents.length + 5)

  await page.reload()
  await page.locator('.signature, .photo img').first().waitFor()
  const seen = await page.evaluate(
    `(async () => { const image = document.querySelector('.photo img'); await image.decode(); return image.naturalWidth })()`,
  )
  expect(seen).toBeGreaterThan(0)

  // The head sets the seal on the printed paper and photographs it: then it binds.
  const head = await phone()
  await signIn(head, `${url}/field/`, 'mediationHead')
  await head.goto(`${url}/field/disputes/${id}`)
  await head.locator('.step').filter({ hasText: '等主任盖章' }).getByRole('button').click()
  const [chooser] = await Promise.all([head.waitForEvent('filechooser'), head.getByText('加照片').click()])
  await chooser.setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: Buffer.from(await picture()) })
  await head.getByRole('dialog').getByRole('img', { name: '照片 1' }).waitFor()
  await head.getByRole('button', { name: '签好了' }).click()
  await head.getByRole('dialog').waitFor({ state: 'detached' })
  await head.getByText('协议履行中').first().waitFor()
  await head.getByText(/各方已签字盖章，协议 .+ 生效/).waitFor()
  await head.getByText(/谁看过这份案卷/).waitFor()
  await accessible(head)

  // A party's code and the whole dossier from the mediator's own phone.
  await page.reload()
  await page.getByRole('button', { name: '给查询码' }).first().click()
  await page.getByRole('button', { name: '生成查询码' }).click()
  const code = await page.locator('.given-code').innerText()
  await accessible(page)
  await page.getByRole('button', { name: '已交给当事人' }).click()
  await page.getByRole('button', { name: '重新给查询码' }).waitFor()
  const party = await phone()
  await party.goto(`${url}/m/${code}`)
  await party.getByText(/付修墙工料钱/).waitFor()
  await page.getByText(/卷宗检查/).click()
  await accessible(page)
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载整卷 PDF' }).click()])
  expect(taken.suggestedFilename()).toMatch(/^\(\d{4}\)河湾村人调字第1号 人民调解卷宗\.pdf$/)
  expect(complaints).toEqual([])
})

journey('what is not accepted after all goes back into its form with every word', async (it) => {
  const { url, phone, opened } = it
  const page = await accepted(it)
  const head = await phone()
  await signIn(head, `${url}/field/`, 'mediationHead')
  const both = [li.id, zhao.id]

  await page.context().setOffline(true)
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '延长调解' }).click()
  await page.getByLabel('延长到哪一天').fill(day(45))
  await page.getByRole('textbox', { name: '为什么要延长' }).fill('等测绘结果')
  for (const name of ['李大山', '赵小河']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: '延长', exact: true }).click()
  await page.getByText(/1 条待发送/).waitFor()
  await post(head, `/disputes/${id}/commands`, envelope({ do: 'extend', until: day(40), agreedBy: both, reason: '等测绘' }))

  await page.context().setOffline(false)
  await page.getByText(/1 条没有被接受/).click()
  await page.getByText('延长调解：').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: '改一改再发' }).click()
  await page.getByRole('dialog', { name: '延长调解' }).waitFor()
  await page.getByText(/没有被接受/).waitFor({ state: 'detached' })
  await page.getByRole('dialog').getByText('等测绘结果').waitFor()
  expect(await opened.db.selectFrom('disputes').select('settleBy').executeTakeFirstOrThrow()).toEqual({ settleBy: day(40) })
})

journey('what was kept of a file leaves the phone with whoever may no longer open it, and at the sign-out', async (it) => {
  const { url, phone } = it
  const page = await accepted(it)
  const kept = () =>
    page.evaluate(
      `new Promise((done) => { const asked = indexedDB.open('maplebridge'); asked.onsuccess = () => { const all = asked.result.transaction('answers').objectStore('answers').getAll(); all.onsuccess = () => { done(JSON.stringify(all.result).includes('院墙滴水')); asked.result.close() } } })`,
    )
  await expect.poll(kept).toBe(true)

  const other = await phone()
  await signIn(other, `${url}/field/`, 'otherMediator')
  await other.goto(`${url}/field/disputes/${id}`)
  await other.getByText('没有找到', { exact: true }).waitFor()

  // Somebody else is named instead: the next look takes the copy away.
  const head = await phone()
  await signIn(head, `${url}/field/`, 'mediationHead')
  await post(head, `/disputes/${id}/commands`, envelope({ do: 'assign', mediators: [cast.people.otherMediator.id], chosenBy: 'parties' }))
  await page.reload()
  await page.getByText('没有找到', { exact: true }).waitFor()
  await expect.poll(kept).toBe(false)
  await page.goto(`${url}/field/disputes`)
  await page.getByText('没有在办的案卷').waitFor()
  expect(await kept()).toBe(false)

  await other.reload()
  await other.getByText('李大山').first().waitFor()
  await other.goto(`${url}/field/me`)
  await other.getByRole('button', { name: '退出登录' }).click()
  await other.getByLabel('手机号').waitFor()
  const left = await other.evaluate(
    `new Promise((done) => { const asked = indexedDB.open('maplebridge'); asked.onsuccess = () => { const all = asked.result.transaction('answers').objectStore('answers').count(); all.onsuccess = () => { done(all.result); asked.result.close() } } })`,
  )
  expect(left).toBe(0)
})

journey('a mediator registers a dispute without signal and goes on with it; the number comes with the signal', async (it) => {
  const { url, phone, opened, complaints } = it
  const page = await phone()
  await signIn(page, `${url}/field/`, 'mediator')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await page.getByText('没有在办的案卷').waitFor()
  await page.getByRole('link', { name: '登记', exact: true }).first().click()
  await page.getByText('河湾村人民调解委员会').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: '纠纷情况' }).fill('两家为院墙滴水吵了三回')
  await page.getByText('选择纠纷类型').click()
  await page.getByRole('searchbox').fill('排水')
  await page.getByRole('button', { name: /用水排水/ }).click()
  await page.getByRole('textbox', { name: '姓名' }).nth(0).fill('李大山')
  await page.getByRole('textbox', { name: '姓名' }).nth(1).fill('赵小河')
  await page.getByRole('button', { name: '当事人申请' }).click()
  await accessible(page)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('案号等有信号时编').first().waitFor()
  await page.locator('.step').filter({ hasText: '还没有向李大山告知' }).getByRole('button').click()
  await page.getByText('人民调解不收任何费用').waitFor()
  await page.getByRole('button', { name: '已告知' }).click()
  await page.getByText(/2 条待发送/).waitFor()
  await page.getByText(/已向李大山告知权利义务/).waitFor()
  await accessible(page)

  await page.context().setOffline(false)
  await page.getByText(/第1号/).waitFor()
  await page.getByText(/条待发送/).waitFor({ state: 'detached' })
  const rows = await opened.db.selectFrom('disputes').select(['status', 'serial', 'version']).execute()
  expect(rows).toEqual([{ status: 'registered', serial: 1, version: 2 }])
  await page.getByRole('link', { name: '调解', exact: true }).click()
  await page.getByText('李大山、赵小河').waitFor()
  await page.getByText(/\(2\d{3}\)河湾村人调字第1号/).waitFor()
  expect(complaints).toEqual([])
})

journey('who holds a matter passes it to mediation with nothing typed twice, and does not see the file', async (it) => {
  const { url, phone, opened, complaints } = it
  const [official, holds] = [await phone(), await phone()]
  await signIn(official, `${url}/field/`, 'official')
  await signIn(holds, `${url}/field/`, 'chief')
  await post(
    official,
    '/matters',
    report(7, { category: '0101', source: 'phone', words: '邻居家滴水冲坏了我家墙根', contact: { name: '李大山', phone: '13800071001' } }),
  )
  await post(holds, `/matters/${uuid(7)}/commands`, { ...envelope({ do: 'accept' }), version: 1 })
  await holds.goto(`${url}/field/matters/${uuid(7)}`)
  await holds.getByRole('link', { name: '转人民调解' }).click()
  await expect.poll(() => holds.getByRole('textbox', { name: '纠纷情况' }).inputValue()).toBe('邻居家滴水冲坏了我家墙根')
  expect(await holds.getByRole('textbox', { name: '姓名' }).first().inputValue()).toBe('李大山')
  await holds.getByText('邻里纠纷').first().waitFor()
  await accessible(holds)
  await holds.getByRole('button', { name: '转人民调解' }).click()
  await holds.getByText(/已转给调委会，案号 .+第1号/).waitFor()
  await accessible(holds)
  const { id } = await opened.db.selectFrom('disputes').select('id').executeTakeFirstOrThrow()
  expect(await holds.evaluate(`fetch('/api/disputes/${id}').then(({ status }) => status)`)).toBe(404)

  const head = await phone()
  await signIn(head, `${url}/field/`, 'mediationHead')
  await head.goto(`${url}/field/disputes/${id}`)
  await head.getByText('还没有指定调解员').waitFor()
  expect(complaints).toEqual([])
})
