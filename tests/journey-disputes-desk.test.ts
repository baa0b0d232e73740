/** A mediation file at the desk, from a matter to the archive, as the people of a committee meet it. */

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { registration } from './dispute.ts'
import { accessible, journey, signIn } from './journey.ts'
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
    await resident.getByText('经人民调解已达成协议，请您看看是不是解决了').waitFor()
    await resident.getByText('经人民调解达成协议').first().waitFor()
    expect(await resident.getByText('说已经解决').count()).toBe(0)
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
