/** A mediation file at the desk, from a matter to the archive, as the people of a committee meet it. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayOf } from '#modules/kernel/calendar.ts'
import { cast } from './cast.ts'
import { everyRoute, li, registration, secret, session, zhao } from './dispute.ts'
import { accessible, journey, signIn } from './journey.ts'
import { envelope } from './matter.ts'
import { phones } from './phones.ts'
import { picture } from './picture.ts'

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** Presses the button that sends a form, and waits until it is gone. */
async function send(page: Page, name: string, button: string) {
  const form = dialog(page, name)
  await form.getByRole('button', { name: button, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

journey(
  'a matter goes to a mediation committee in one step, and its file from the first question to the shelf',
  async (it) => {
    const { url, opened, computer, phone, complaints } = it
    const resident = await phone()
    await resident.goto(`${url}/l/${cast.places.lane}`)
    await resident.getByRole('link', { name: '反映事项' }).click()
    await resident.getByText('邻里、家里、地界、钱上有了矛盾').click()
    await resident.getByLabel('邻里纠纷').check()
    await resident.getByLabel('具体情况').fill('隔壁的滴水管伸过墙，说了几回没有用')
    await resident.getByLabel('怎么称呼').fill('钱老汉')
    await resident.getByLabel('手机号').fill('13800077777')
    await resident.getByRole('button', { name: '提交' }).click()
    await resident.waitForURL(/\/t\/[0-9A-Z]{16}/)
    const progress = resident.url().replace(/\?.*/, '')
    const { id } = await opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()

    const chief = await computer()
    await signIn(chief, `${url}/desk/`, 'chief')
    await chief.goto(`${url}/desk/matters/${id}`)
    await chief.getByRole('link', { name: '转人民调解' }).click()
    await chief.getByText('河湾村人民调解委员会').waitFor()
    await chief.getByText('邻里纠纷 › 其他').waitFor()
    await chief.getByRole('button', { name: '把反映人的姓名电话也带来' }).click()
    await chief.getByRole('button', { name: '把反映人的姓名电话也带来' }).waitFor({ state: 'detached' })
    expect(await chief.getByLabel('姓名').first().inputValue()).toBe('钱老汉')
    await chief.getByLabel('姓名').nth(1).fill('赵小河')
    await accessible(chief)
    await chief.getByRole('button', { name: '登记', exact: true }).click()
    await chief.getByText('由主任指定调解员').waitFor()
    await chief.goto(`${url}/desk/matters/${id}`)
    await chief.getByText(/已转人民调解，案卷/).waitFor()
    await accessible(chief)

    const head = await computer()
    await signIn(head, `${url}/desk/`, 'mediationHead')
    await head.getByRole('link', { name: '矛盾纠纷', exact: true }).click()
    await head.getByRole('link', { name: /钱老汉、赵小河/ }).waitFor()
    await accessible(head)
    await head.keyboard.press('j')
    await head.getByText('打开案卷会留下记录').waitFor()
    await accessible(head)
    await head.keyboard.press('Enter')
    await head.getByRole('button', { name: '指定调解员' }).click()
    await dialog(head, '指定调解员').getByLabel('华调解').check()
    await accessible(head)
    await send(head, '指定调解员', '指定')
    await head.getByText('严主任指定华调解调解').waitFor()
    const address = head.url()

    const mediator = await computer()
    await signIn(mediator, `${url}/desk/`, 'mediator')
    await mediator.goto(address)
    // What is asked of the parties first is offered first, one after the other.
    for (const name of ['钱老汉', '赵小河']) {
      await mediator.getByRole('button', { name: `告知权利义务：${name}` }).click()
      await send(mediator, '告知权利义务', '已告知')
    }
    for (const name of ['钱老汉', '赵小河']) {
      await mediator.getByRole('button', { name: `登记愿意调解：${name}` }).click()
      await send(mediator, '登记愿意调解', '登记愿意')
    }
    await mediator.getByRole('button', { name: '受理', exact: true }).click()
    await mediator.getByText(/华调解受理/).waitFor()
    await accessible(mediator)

    await mediator.getByRole('button', { name: '记调解笔录' }).first().click()
    const session = dialog(mediator, '记调解笔录')
    await session.getByRole('button', { name: '保存笔录' }).click()
    await session.getByText('请先填写“地点”。').waitFor()
    await session.getByRole('button', { name: '纠纷现场' }).click()
    await session.getByLabel('调解经过').fill('钱老汉说鸡圈味道大，赵小河愿意搬。')
    await send(mediator, '记调解笔录', '保存笔录')

    await mediator.getByRole('button', { name: '写协议' }).first().click()
    const agreeing = dialog(mediator, '写协议')
    await agreeing.getByLabel('争议焦点').fill('鸡圈搬到哪里')
    await agreeing.getByLabel('各方责任').fill('赵小河家的鸡圈离邻居太近')
    await agreeing.getByLabel('由谁履行').click()
    await mediator.getByTitle('赵小河').click()
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await agreeing.getByLabel('什么时候前').fill(today)
    await agreeing.getByLabel('做什么').fill('把鸡圈搬到村东自家地里')
    await agreeing.getByLabel('怎么履行').fill('自己动手搬')
    await accessible(mediator)
    await send(mediator, '写协议', '保存协议')
    await mediator.getByText('还没签：钱老汉、赵小河、华调解、调委会盖章').waitFor()

    await mediator.getByRole('button', { name: '签字盖章' }).first().click()
    const signing = dialog(mediator, '签字盖章')
    await signing
      .locator('input[type=file]')
      .setInputFiles({ name: '协议.png', mimeType: 'image/png', buffer: Buffer.from(await picture()) })
    await signing.getByAltText('照片 1').waitFor()
    await accessible(mediator)
    await send(mediator, '签字盖章', '登记签字')
    await mediator.getByText('已生效').waitFor()
    await mediator.getByRole('button', { name: '登记履行' }).last().click()
    await send(mediator, '登记履行', '登记履行')
    await mediator.getByText('已履行完毕').waitFor()
    await accessible(mediator)

    // The dossier says what it lacks, and each has its step.
    await mediator.getByText(/还缺 3 样/).waitFor()
    await mediator.getByText('还缺钱老汉的身份证明').waitFor()
    for (const name of ['钱老汉', '赵小河']) {
      await mediator.getByText(`还缺${name}的身份证明`).getByRole('button', { name: '核对证件' }).click()
      await dialog(mediator, '核对证件').getByLabel('居民身份证').check()
      await send(mediator, '核对证件', '已核对')
    }
    await mediator.getByText('还缺回访记录').getByRole('button', { name: '登记回访' }).click()
    const visit = dialog(mediator, '登记回访')
    await visit.getByLabel('满意', { exact: true }).check()
    await visit.getByLabel('回访情况').fill('两家和好了')
    await send(mediator, '登记回访', '登记回访')
    await mediator.getByRole('button', { name: '结案', exact: true }).click()
    const closing = dialog(mediator, '结案')
    await closing.getByText('该有的材料都齐了').waitFor()
    await closing.getByLabel('卷宗情况说明').fill('协议已履行')
    await send(mediator, '结案', '结案')
    await mediator.getByText('已结案').first().waitFor()

    await head.reload()
    await head.getByRole('button', { name: '归档', exact: true }).click()
    await dialog(head, '归档').getByLabel('30 年').check()
    await accessible(head)
    await send(head, '归档', '归档')
    await head.getByText('已归档').first().waitFor()
    await head.getByRole('heading', { name: '谁看过案卷' }).waitFor()
    await head.getByText('华调解', { exact: true }).last().waitFor()

    await chief.reload()
    await chief
      .getByText(/经河湾村.*调解达成协议/)
      .first()
      .waitFor()
    await resident.goto(progress)
    await resident.getByText('经人民调解达成协议').first().waitFor()
    await accessible(resident)

    const dossier = await head.evaluate(
      `fetch(location.pathname.replace('/desk/', '/api/') + '/dossier').then(async (reply) => [reply.headers.get('content-type'), (await reply.text()).slice(0, 5)])`,
    )
    expect(dossier).toEqual(['application/pdf', '%PDF-'])
    expect(complaints).toEqual([])
  },
  240_000,
)

journey(
  'signs of escalation tell what they will do before they are sent; a clear refusal stops everything',
  async (it) => {
    const { url, opened, computer, complaints } = it
    const at = phones(opened, url)
    await at('mediator', '/api/disputes', registration(1))
    await at('mediator', '/api/disputes', registration(2, { parties: [] }))

    const mediator = await computer()
    await signIn(mediator, `${url}/desk/`, 'mediator')
    await mediator.getByRole('link', { name: /调解中的纠纷/ }).click()
    await mediator.getByRole('link', { name: /李大山、赵小河/ }).click()
    await mediator.getByRole('button', { name: '登记激化苗头' }).click()
    const signs = dialog(mediator, '登记激化苗头')
    await signs.getByLabel('有人扬言伤人或报复').check()
    await signs.getByText('不给人打分').waitFor()
    await signs.getByLabel('以前动过手').check()
    await signs.getByText(/一登记，就会告知包村民警和乡镇/).waitFor()
    await accessible(mediator)
    await send(mediator, '登记激化苗头', '登记')
    await mediator.getByText('有激化苗头，请登记防范措施').waitFor()
    await accessible(mediator)
    await mediator.getByRole('button', { name: '登记防范措施' }).first().click()
    await dialog(mediator, '登记防范措施').getByLabel('采取了什么防范措施，谁负责').fill('两家分开，村干部每天去看')
    await send(mediator, '登记防范措施', '登记措施')
    await mediator.getByText('有激化苗头，请登记防范措施').waitFor({ state: 'detached' })

    await mediator.getByRole('button', { name: '赵小河的更多操作' }).click()
    await mediator.getByRole('menuitem', { name: '登记不愿调解' }).click()
    const refusing = dialog(mediator, '登记不愿调解')
    await refusing.getByRole('button', { name: '登记不愿调解' }).click()
    await refusing.getByText('请先填写“已当面告知的其他途径”。').waitFor()
    await refusing.getByRole('button', { name: '三种途径都已告知' }).click()
    await accessible(mediator)
    await send(mediator, '登记不愿调解', '登记不愿调解')
    await mediator.getByText('赵小河明确表示不愿调解，调解到此为止').waitFor()
    expect(await mediator.getByRole('button', { name: '记调解笔录' }).count()).toBe(0)
    await accessible(mediator)

    await mediator.getByRole('link', { name: '返回案卷' }).click()
    await mediator.getByRole('link', { name: /当事人未登记/ }).click()
    await mediator.getByRole('button', { name: '加当事人' }).first().click()
    const adding = dialog(mediator, '加当事人')
    await adding.getByLabel('姓名').fill('王秀英')
    await accessible(mediator)
    await send(mediator, '加当事人', '加上')
    await mediator.getByText('华调解加了申请人王秀英').waitFor()

    const outsider = await computer()
    await signIn(outsider, `${url}/desk/`, 'otherMediator')
    await outsider.getByRole('link', { name: '矛盾纠纷', exact: true }).click()
    await outsider.getByText('还没有案卷').waitFor()
    await accessible(outsider)
    expect(complaints).toEqual([])
  },
  180_000,
)

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
