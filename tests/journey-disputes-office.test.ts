/** What offices do about mediation at the desk: claims, the committees' register, the yearly figures. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayOf } from '#modules/kernel/calendar.ts'
import { everyRoute, li, registration, secret, session, zhao } from './dispute.ts'
import { accessible, journey, signIn } from './journey.ts'
import { envelope } from './matter.ts'
import { phones } from './phones.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** Presses the button that sends a form, and waits until it is gone. */
async function _send(page: Page, name: string, button: string) {
  const form = dialog(page, name)
  await form.getByRole('button', { name: button, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

journey(
  'a judicial office rings before it grants, keeps the committees, and reads figures with small ones hidden',
  async (it) => {
    const { url, opened, computer, complaints } = it
    const at = phones(opened, url)

    const administrator = await computer()
    await signIn(administrator, `${url}/desk/`, 'administrator')
    expect(await administrator.getByRole('link', { name: '矛盾纠纷', exact: true }).count()).toBe(0)
    await administrator.goto(`${url}/desk/rules?tab=disputes`)
    await administrator.getByLabel('一般 没有达成协议').fill('60')
    await administrator.getByLabel('每几件抽一件电话回访').fill('1')
    await administrator.getByLabel('找纠纷类型').fill('宅基地')
    await accessible(administrator)
    await administrator.getByRole('button', { name: '保存', exact: true }).click()
    await administrator.getByText('已保存，从现在起').waitFor()
    await administrator.reload()
    expect(await administrator.getByLabel('一般 没有达成协议').inputValue()).toBe('60')

    const { id } = registration(1)
    const act = (command: object) => at('mediator', `/api/disputes/${id}/commands`, envelope(command))
    await at('mediator', '/api/disputes', registration(1))
    const [today, hourAgo] = [dayOf(new Date().toISOString()), new Date(Date.now() - 3_600_000).toISOString()]
    for (const party of [li.id, zhao.id]) {
      await act({ do: 'inform', party, on: today })
      await act({ do: 'checkPaper', party, paper: 'idCard' })
      await act({ do: 'consent', party })
    }
    for (const command of [
      { do: 'accept' },
      { ...session, startedAt: hourAgo, endedAt: hourAgo },
      { do: 'fail', reason: '双方各不相让', routes: everyRoute },
      { do: 'close', note: '调解不成，已告知其他途径' },
      { do: 'claim', grade: 'ordinary' },
    ])
      await act(command)

    const office = await computer()
    await signIn(office, `${url}/desk/`, 'judicial')
    await office.getByRole('link', { name: /补贴待审/ }).click()
    const claim = office.getByRole('row', { name: /人调字第1号/ })
    await claim.getByText('60 元').waitFor()
    await claim.getByText('李大山').waitFor()
    expect(await office.getByText(secret).count()).toBe(0)
    await accessible(office)
    await claim.getByRole('button', { name: '登记电话回访' }).click()
    await office.getByRole('dialog').getByLabel('当事人说属实').check()
    await accessible(office)
    await office.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    await claim.getByRole('button', { name: '审核补贴' }).click()
    await office.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await office.getByText('没有等审核的申报').waitFor()
    await office.getByRole('button', { name: '已审核' }).click()
    await claim.getByText('同意').waitFor()
    await accessible(office)

    await office.getByRole('link', { name: '年度统计' }).click()
    await office.getByText('<5').first().waitFor()
    await accessible(office)

    await office.getByRole('link', { name: '人员', exact: true }).click()
    await office.getByRole('link', { name: '人民调解委员会' }).click()
    const village = office.getByRole('region', { name: '东镇 河湾村委会' })
    await village.getByText(/3 名成员的性别没有登记/).waitFor()
    await accessible(office)
    await village.getByRole('button', { name: '登记换届和成员' }).click()
    const keeping = office.getByRole('dialog')
    await keeping.getByLabel('换届日期').fill('2026-01-10')
    await keeping.getByRole('group', { name: '华调解的性别' }).getByRole('button', { name: '女' }).click()
    await accessible(office)
    await keeping.getByRole('button', { name: '保存' }).click()
    await keeping.waitFor({ state: 'detached' })
    await village.getByText('合规定').waitFor()
    expect(complaints).toEqual([])
  },
  180_000,
)
