/** The village's living file on the phone: facilities seen, a clue read by whom it names, what is met with passed on, what was published taken back. */
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'

const { places, people } = cast

journey(
  'officer and official keep the village’s file; whoever is named reads a clue; a bulletin is taken back without signal',
  async (it) => {
    const { url, phone, opened, complaints } = it
    const page = await phone()
    await signIn(page, `${url}/field/`, 'villagePolice')
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.goto(`${url}/field/beats/facilities`)
    await page.getByText('还没有登记。').waitFor()
    await page.getByRole('button', { name: '视频监控' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请写在什么地方。').waitFor()
    await page.getByRole('textbox', { name: '在什么地方' }).fill('村口')
    await page.getByRole('textbox', { name: '有几处' }).fill('3')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('没有信号，已存在手机里').waitFor()
    await page.context().setOffline(false)
    await page.getByText('村口，3 处').waitFor({ timeout: 60_000 })
    await accessible(page)

    await page.goto(`${url}/field/beats/dossier`)
    await page.getByText(/要补、要更新的：/).waitFor()
    await page.getByText('村口，3 处，能用').waitFor()
    await accessible(page)
    const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载一村一档（PDF）' }).click()])
    expect(pdf.suggestedFilename()).toMatch(/\.pdf$/)

    await page.goto(`${url}/field/beats/clues?village=${places.village}`)
    await page.getByRole('textbox', { name: '线索内容' }).fill('夜里有陌生货车卸货')
    await page.getByRole('button', { name: '还要让谁看（可以不选）' }).click()
    await page.getByRole('textbox', { name: /按姓名、岗位找/ }).fill('村干部')
    await page.getByRole('checkbox', { name: new RegExp(people.official.name) }).check()
    await accessible(page)
    await page.getByRole('button', { name: '交出去' }).click()
    await page.getByText(`指定可看：${people.official.name}`).waitFor()

    const official = await phone()
    await signIn(official, `${url}/field/`, 'official')
    await official.getByRole('link', { name: '我', exact: true }).click()
    await official.getByRole('link', { name: /请您看的线索/ }).click()
    await official.getByText('夜里有陌生货车卸货').waitFor()
    await accessible(official)
    await official.goto(`${url}/field/notices`)
    await official.getByText('有一条线索请您看').waitFor()
    await official.goto(`${url}/field/place`)
    await official.getByRole('link', { name: '治安设施' }).click()
    await official.getByRole('button', { name: '改一改' }).click()
    await official.getByRole('switch').click()
    await official.getByRole('button', { name: '保存' }).click()
    await official.getByText('有损坏').waitFor()

    // A meeting becomes a matter in one step: its words are there, and it says what came of it.
    await page.goto(`${url}/field/beats/new?kind=meeting`)
    await page.getByRole('textbox', { name: '会上议的事' }).fill('村口路面塌了一块')
    await page.getByRole('button', { name: '转成事项' }).click()
    await expect.poll(() => page.getByRole('textbox', { name: '具体情况' }).inputValue()).toBe('村口路面塌了一块')
    await page.getByRole('button', { name: /道路/ }).first().click()
    await page
      .getByRole('button', { name: /路面|坑/ })
      .last()
      .click()
    await page.getByRole('button', { name: '反映', exact: true }).click()
    await expect.poll(async () => (await opened.db.selectFrom('beatRecords').select('matterId').execute())[0]?.matterId).toBeTruthy()

    await page.goto(`${url}/field/beats/bulletins`)
    await page.getByRole('textbox', { name: '标题' }).fill('近期防骗提醒')
    await page.getByRole('textbox', { name: '内容' }).fill('有人冒充燃气公司收费，请不要付钱。')
    await page.getByRole('button', { name: '发布' }).click()
    await page.getByRole('link', { name: '看村页面' }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '撤下' }).click()
    await page.getByText(/会从村页面上消失/).waitFor()
    await page.getByRole('button', { name: '撤下' }).click()
    await page.locator('.card', { hasText: '近期防骗提醒' }).getByText('待发送').waitFor()
    await page.context().setOffline(false)
    await page.getByText('还没有发过通报').waitFor({ timeout: 60_000 })
    expect(await opened.db.selectFrom('bulletins').select('title').where('withdrawnAt', 'is not', null).execute()).toHaveLength(1)
    expect(complaints).toEqual([])
  },
)
