/** Applications, orders and rules, as people at a desk meet them. */
import { expect } from 'vitest'
import type { MatterFile } from '#modules/matters/reply.ts'
import { createApp } from '#server/app.ts'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'
import { envelope, report } from './matter.ts'
import type { Opened, Who } from './server.ts'
import { cookieOf } from './sign-in.ts'

/** Somebody of the cast at the API, in the journey's own county. */
function phones(opened: Opened, origin: string) {
  const app = createApp(opened)
  return async (who: Who, path: string, body?: object) => {
    const cookie = await cookieOf(app, cast.people[who].phone, cast.password)
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const reply = await app.request(path, { ...init, headers: { cookie, origin, 'content-type': 'application/json' } })
    if (!reply.ok) throw new Error(`${who} ${path}: ${await reply.text()}`)
    return (await reply.json()) as MatterFile
  }
}

journey('what a lane chief applies for is granted at a desk, and what a township orders is answered', async (it) => {
  const { url, opened, computer, complaints } = it
  const at = phones(opened, url)
  const { id, words } = report(1)
  const commands = `/api/matters/${id}/commands`
  await at('official', '/api/matters', report(1, { source: 'phone' }))
  await at('chief', commands, envelope({ do: 'accept' }))
  const { row } = await at('chief', commands, envelope({ do: 'apply', kind: 'extension', days: 3, reason: '铲车后天才来' }))

  const official = await computer()
  await signIn(official, `${url}/desk/`, 'official')
  await official.getByRole('link', { name: /等我审批/ }).click()
  await official.getByText('延期 3 天').first().waitFor()
  await accessible(official)
  await official.getByRole('link', { name: words }).click()
  await official.getByText('张街长申请延期 3 天', { exact: true }).waitFor()
  await accessible(official)
  await official.getByRole('button', { name: '同意申请' }).first().click()
  const granting = official.getByRole('dialog', { name: '同意申请' })
  await granting.getByText('铲车后天才来').waitFor()
  await granting.getByText(/同意后，最迟/).waitFor()
  await accessible(official)
  await granting.getByRole('button', { name: '同意', exact: true }).click()
  await granting.waitFor({ state: 'detached' })
  await official.getByText(/村干部王村官同意延期/).waitFor()
  const granted = await at('official', `/api/matters/${id}`)
  expect(granted.row.matter.settleBy > row.matter.settleBy).toBe(true)

  const township = await computer()
  await signIn(township, `${url}/desk/`, 'township')
  await township.goto(`${url}/desk/matters/${id}`)
  await township.getByRole('button', { name: '督办、催办' }).click()
  const ordering = township.getByRole('dialog', { name: '督办、催办' })
  await ordering.getByRole('button', { name: '明天 18:00' }).click()
  await ordering.getByRole('textbox', { name: '要求' }).fill('群众来电三次，请说明进展')
  await accessible(township)
  await ordering.getByRole('button', { name: '发出' }).click()
  await ordering.waitFor({ state: 'detached' })
  await township.getByText('东镇 乡镇干部督办', { exact: true }).waitFor()

  const chief = await computer()
  await signIn(chief, `${url}/desk/`, 'chief')
  await chief.getByRole('link', { name: /督办待答复/ }).click()
  await chief.getByRole('link', { name: words }).click()
  await chief.getByRole('button', { name: '答复督办' }).first().click()
  const answering = chief.getByRole('dialog', { name: '答复督办' })
  await answering.getByText('群众来电三次，请说明进展').waitFor()
  await answering.getByRole('textbox', { name: '进展和下一步' }).fill('铲车明早八点到')
  await answering.getByRole('button', { name: '答复', exact: true }).click()
  await answering.waitFor({ state: 'detached' })
  await chief.getByText('街巷长张街长答复：铲车明早八点到').waitFor()
  await chief.getByText('东镇 乡镇干部督办', { exact: true }).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

journey('a limit changed at the desk counts for new reports and leaves what was promised', async (it) => {
  const { url, opened, computer, complaints } = it
  const at = phones(opened, url)
  await at('official', '/api/matters', report(1, { source: 'phone' }))

  const administrator = await computer()
  await signIn(administrator, `${url}/desk/`, 'administrator')
  await administrator.getByRole('link', { name: '设置' }).click()
  await administrator.getByText('以前承诺的期限一律不变').waitFor()
  await accessible(administrator)
  await administrator.getByRole('button', { name: '修改“垃圾清运、保洁”' }).click()
  const changing = administrator.getByRole('dialog')
  await changing.getByLabel('街巷网格办结', { exact: true }).fill('6')
  await accessible(administrator)
  await changing.getByRole('button', { name: '保存' }).click()
  await changing.waitFor({ state: 'detached' })
  await administrator
    .getByRole('row', { name: /垃圾清运/ })
    .getByText('办结 6 小时')
    .waitFor()
  await administrator.getByRole('button', { name: '确认期限和工作日' }).click()
  await administrator.getByRole('heading', { name: '本县工作日' }).waitFor()
  await accessible(administrator)

  const chief = await computer()
  await signIn(chief, `${url}/desk/`, 'chief')
  await chief.goto(`${url}/desk/matters/${report(1).id}`)
  await chief.getByText('承诺：4 小时（工作时间）（当时规定）').waitFor()
  await chief.getByText('现在规定：6 小时（工作时间）').waitFor()
  await accessible(chief)

  await at('official', '/api/matters', report(2, { source: 'phone' }))
  const { events } = await at('chief', `/api/matters/${report(2).id}`)
  const [reported] = events
  expect(reported && 'limits' in reported && reported.limits?.settle).toEqual({ minutes: 360, runs: 'working' })
  await chief.goto(`${url}/desk/matters/${report(2).id}`)
  await chief.getByRole('heading', { name: '办理经过' }).waitFor()
  expect(await chief.getByText('当时规定').count()).toBe(0)

  const auditor = await computer()
  await signIn(auditor, `${url}/desk/`, 'auditor')
  await auditor.goto(`${url}/desk/audit?action=category.changed`)
  await auditor.getByText(/街巷网格办结：4 小时.*→ 6 小时/).waitFor()
  await accessible(auditor)
  expect(complaints).toEqual([])
})

journey('a duplicate is linked after both were looked at, and unlinked again; the police come first where the law says so', async (it) => {
  const { url, opened, computer, complaints } = it
  const at = phones(opened, url)
  const [main, other] = [report(1, { words: '东头垃圾点满了' }), report(2, { words: '垃圾堆到了路上' })]
  const kept = await at('official', '/api/matters', { ...main, source: 'phone' })
  await at('official', '/api/matters', { ...other, source: 'phone' })
  const { number } = kept as unknown as { number: string }

  const township = await computer()
  await signIn(township, `${url}/desk/`, 'township')
  await township.goto(`${url}/desk/matters/${other.id}`)
  await township.getByRole('button', { name: '并案' }).click()
  const linking = township.getByRole('dialog', { name: '并案' })
  await linking.getByRole('button', { name: '并过去' }).click()
  await linking.getByText(/请先填写/).waitFor()
  await linking.getByLabel('按编号、地点、情况查找').fill(number)
  await linking.getByRole('radio', { name: /东头垃圾点满了/ }).check()
  await linking.getByRole('heading', { name: '那一件（继续办）' }).waitFor()
  expect(await linking.getByText('垃圾堆到了路上').count()).toBe(1)
  await accessible(township)
  await linking.getByRole('button', { name: '并过去' }).click()
  await linking.waitFor({ state: 'detached' })
  await township.getByRole('link', { name: number }).click()
  await township.getByText('并入这里的还有 1 件').waitFor()
  await accessible(township)
  await township.goto(`${url}/desk/matters/${other.id}`)
  await township.getByRole('button', { name: '撤销并案' }).first().click()
  await township.getByRole('dialog').getByRole('button', { name: '撤销并案' }).click()
  await township.getByText(/撤销并案，恢复单独办理/).waitFor()

  await at('township', '/api/matters', report(3, { category: '0107', words: '邻居家有人被打', source: 'phone' }))
  await township.goto(`${url}/desk/matters/${report(3).id}`)
  await township.getByText('依法要向公安机关报案').waitFor()
  await township.getByRole('heading', { name: '通知了谁' }).waitFor()
  await accessible(township)
  await township.getByRole('button', { name: '登记报警' }).first().click()
  const telling = township.getByRole('dialog', { name: '登记报警' })
  await telling.getByRole('button', { name: '刚刚' }).click()
  await telling.getByLabel('派出所或接警单位').fill('东镇派出所')
  await telling.getByRole('button', { name: '登记', exact: true }).click()
  await telling.waitFor({ state: 'detached' })
  await township.getByText(/已向东镇派出所报警/).waitFor()
  await township.getByText('依法要向公安机关报案').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
