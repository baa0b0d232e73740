/** What people in the lanes and villages ask of each other, on their phones, with and without signal. */
import { expect } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { accessible, journey, signIn } from './journey.ts'

const words = '后街口的路灯不亮'

/** Files a report on the phone as the form stands, of a kind and a finer kind. */
async function file(
  page: Awaited<ReturnType<Parameters<Parameters<typeof journey>[1]>[0]['phone']>>,
  kind: string,
  finer: string,
  said: string,
) {
  await page.getByRole('link', { name: '反映' }).click()
  await page.getByRole('button', { name: new RegExp(kind) }).click()
  await page.getByRole('button', { name: finer, exact: true }).click()
  await page.getByRole('textbox', { name: '具体情况' }).fill(said)
}

journey(
  'a lane chief asks for more time without signal; the official grants it on their phone, and the chief sees the new date',
  async (it) => {
    const { url, phone, opened, complaints } = it
    const official = await phone()
    await signIn(official, `${url}/field/`, 'official')
    const chief = await phone()
    await signIn(chief, `${url}/field/`, 'chief')
    await chief.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await official.evaluate(
      `fetch('/api/matters', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
      commandId: crypto.randomUUID(), id: crypto.randomUUID(), place: '149901100201001001', category: '0801', words: '${words}', source: 'phone' }) })`,
    )
    const { id } = (await opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()) as { id: MatterId }
    const row = () =>
      opened.db.selectFrom('matters').select(['settleBy', 'application', 'version']).where('id', '=', id).executeTakeFirstOrThrow()

    await chief.goto(`${url}/field/matters/${id}`)
    await chief.getByRole('button', { name: '接单' }).click()
    await chief.getByText('办理中').first().waitFor()
    await expect.poll(async () => (await row()).version, { timeout: 20_000 }).toBe(2) // the screen was ahead of the server
    const { settleBy: before } = await row()

    await chief.context().setOffline(true)
    await chief.getByRole('button', { name: '更多' }).click()
    await chief.getByRole('dialog').getByRole('button', { name: '申请', exact: true }).click()
    await chief.getByRole('radio', { name: /^延期/ }).check()
    await chief.getByRole('button', { name: '3 天' }).click()
    await chief.getByText(/将由河湾村委会 村干部 王村官在 .+ 前决定/).waitFor()
    await chief.getByRole('textbox', { name: '为什么' }).fill('灯杆要等县里送来')
    await accessible(chief)
    await chief.getByRole('button', { name: '提交申请' }).click()
    await chief
      .getByText(/申请延期 3 天，等河湾村委会 村干部 王村官/)
      .first()
      .waitFor()
    await chief.getByText(/1 条待发送/).waitFor()
    expect((await row()).application).toBeNull()
    await accessible(chief)

    await chief.context().setOffline(false)
    await chief.getByText(/1 条待发送/).waitFor({ state: 'detached' })
    expect((await row()).application).toMatchObject({ kind: 'extension', days: 3 })

    await official.goto(`${url}/field/`)
    await official.getByRole('link', { name: /等我审批/ }).click()
    await official.getByText('申请延期 3 天').waitFor()
    await accessible(official)
    await official.getByRole('button', { name: '去审批' }).click()
    await official.getByRole('button', { name: '同意申请', exact: true }).click()
    await official.getByText(/同意后，最迟 .+ 办结/).waitFor()
    await accessible(official)
    await official.getByRole('button', { name: '同意', exact: true }).click()
    await official.getByRole('dialog').waitFor({ state: 'detached' })
    const { settleBy: after } = await row()
    expect(Date.parse(after)).toBeGreaterThan(Date.parse(before))

    await chief.reload()
    await chief.getByText(/王村官同意延期，最迟 .+ 办结/).waitFor()
    expect(complaints).toEqual([])
  },
)

journey('what was decided meanwhile is said to whoever decided without signal', async ({ url, phone, opened }) => {
  const [chief, official, township] = [await phone(), await phone(), await phone()]
  await signIn(chief, `${url}/field/`, 'chief')
  await signIn(official, `${url}/field/`, 'official')
  await signIn(township, `${url}/field/`, 'township')
  await township.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await file(official, '市政设施', '路灯不亮', words)
  await official.getByRole('button', { name: '反映', exact: true }).click()
  await official.getByText('待接单').first().waitFor()
  const { id } = (await opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()) as { id: MatterId }
  const command = (body: string) =>
    `fetch('/api/matters/${id}/commands', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ commandId: crypto.randomUUID(), command: ${body} }) }).then((reply) => reply.ok)`
  const holder = (await opened.db.selectFrom('matters').select('holderRole').executeTakeFirstOrThrow()).holderRole
  expect(holder).toBe('township_officer')
  expect(await township.evaluate(command(`{ do: 'handDown', role: 'village_official', place: '149901100201', words: '请先看看' }`))).toBe(
    true,
  )
  expect(await official.evaluate(command(`{ do: 'apply', kind: 'voiding', reason: '重复报的' }`))).toBe(true)

  await township.goto(`${url}/field/matters/${id}`)
  await township.getByRole('button', { name: '不同意申请', exact: true }).waitFor()
  await township.context().setOffline(true)
  await township.getByRole('button', { name: '同意申请', exact: true }).click()
  await township.getByRole('button', { name: '同意', exact: true }).click()
  await township.getByText('已作废').first().waitFor()
  await township.getByText(/1 条待发送/).waitFor()

  expect(await official.evaluate(command(`{ do: 'settle', outcome: '灯修好了' }`))).toBe(true)
  await township.context().setOffline(false)
  await township.getByText(/1 条没有被接受/).click()
  await township.getByText(/情况变了（现在是：.*待确认）/).waitFor()
  expect(await opened.db.selectFrom('matters').select('status').executeTakeFirstOrThrow()).toEqual({ status: 'settled' })
})

journey(
  'a lane chief reports violence in the family: ring first, then it is gone to the police, with a number and a clear word',
  async (it) => {
    const { url, phone, opened, complaints } = it
    const chief = await phone()
    await signIn(chief, `${url}/field/`, 'chief')
    await chief.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await file(chief, '矛盾化解', '家庭暴力', '隔壁打人，孩子在哭')
    await chief.getByRole('alert').getByText('有危险请先打电话').waitFor()
    for (const number of ['110', '119', '120'])
      expect(await chief.getByRole('alert').getByRole('link', { name: number }).getAttribute('href')).toBe(`tel:${number}`)
    await chief.getByText('只有这些人能看到：包村民警、乡镇干部、县公安局、综治中心。').waitFor()
    await accessible(chief)
    await chief.getByRole('button', { name: '反映', exact: true }).click()
    await chief.getByText(/已按受限渠道直接交给包村民警和派出所，编号 \d{8}-/).waitFor()
    await accessible(chief)
    await chief.getByRole('button', { name: '知道了' }).click()
    const { id } = await opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
    expect(await chief.evaluate(`fetch('/api/matters/${id}').then(({ status }) => status)`)).toBe(404)

    await file(chief, '矛盾化解', '家庭暴力', '又打起来了')
    await chief.context().setOffline(true)
    await chief.getByRole('button', { name: '反映', exact: true }).click()
    await chief.getByText(/1 条待发送/).waitFor()
    await chief.context().setOffline(false)
    await chief.getByText(/已按受限渠道直接交给包村民警和派出所/).waitFor()
    await chief.getByRole('button', { name: '知道了' }).click()

    const police = await phone()
    await signIn(police, `${url}/field/`, 'villagePolice')
    await police.getByText('隔壁打人，孩子在哭').click()
    await police.getByText('这类事要先报警，登记以后才能办结。').waitFor()
    await accessible(police)
    await police.locator('.actions').getByRole('button', { name: '登记报警' }).click()
    await police.getByRole('button', { name: '刚刚' }).click()
    await police.getByRole('button', { name: '东镇派出所' }).click()
    await accessible(police)
    await police.getByRole('button', { name: '登记', exact: true }).click()
    await police
      .getByText(/已报警/)
      .first()
      .waitFor()
    await police.getByRole('button', { name: '办结', exact: true }).waitFor()
    expect(complaints).toEqual([])
  },
)
