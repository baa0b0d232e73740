/** A police station's month at the desk: the villages, leave with a substitute, what is reported, a clue answered, who is behind and why. */
import { expect } from 'vitest'
import { daysAfter } from '#modules/kernel/calendar.ts'
import { clue, filing, visit } from './beat.ts'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'
import { envelope, uuid } from './matter.ts'
import { phones } from './phones.ts'

const { places } = cast

journey('a station looks after its villages, reports for them, and sees who is behind and why', async (it) => {
  const { url, opened, computer, complaints } = it
  const at = phones(opened, url)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await at(
    'villagePolice',
    `/api/beats/records/${uuid(1)}/commands`,
    envelope(filing(visit({ promised: '帮忙联系儿子', promisedBy: today }), { on: daysAfter(today, -1) })),
  )
  await at('villagePolice', '/api/beats/clues', clue(2, { on: today }))

  const station = await computer()
  await signIn(station, `${url}/desk/`, 'station')
  await station.getByRole('link', { name: /^民警没进村\s*1/ }).waitFor()
  await station.getByRole('link', { name: /^民警答应的事过期\s*0/ }).waitFor()
  await station.getByRole('link', { name: /^发案没填报/ }).waitFor()
  await accessible(station)
  await station.getByRole('link', { name: /^民警没进村/ }).click()
  await station.getByText('共 1 个村。').waitFor()
  await station.getByRole('button', { name: '清除条件' }).click()
  await station.getByText('共 2 个村。').waitFor()
  await station.getByText('1/48 户').waitFor()
  await accessible(station)
  await station.getByLabel('村名、民警或法律顾问').fill('孔邻警')
  await station.getByText('共 1 个村。').waitFor()
  expect(station.url()).toContain('search=')
  await station.goto(`${url}/desk/beats/${places.village}`)
  await station.getByText('走访 槐树巷 12 号 看望').waitFor()
  await station.getByText(/^帮忙联系儿子/).waitFor()
  await accessible(station)

  await station.getByRole('button', { name: '登记请假' }).click()
  const leave = station.getByRole('dialog', { name: '登记请假' })
  await leave.getByLabel('到哪天（含）').fill(today)
  await leave.getByLabel(/谁来代班/).click()
  await station.getByTitle('孔邻警（坡上村委会）').click()
  await accessible(station)
  await leave.getByRole('button', { name: '登记', exact: true }).click()
  await station.getByText('孔邻警代班').waitFor()

  await station.goto(`${url}/desk/beats/reports`)
  // The month before this one: what is not over is not reported yet.
  const last = daysAfter(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
  const month = Number(last.slice(5))
  expect(await station.getByLabel(`河湾村委会 ${(month % 12) + 1}月`, { exact: true }).count()).toBe(0)
  await station.getByLabel(`河湾村委会 ${month}月`, { exact: true }).fill('-1')
  await station.getByText('有 1 处填得不对，请填 0 或正整数').waitFor()
  await station.getByLabel(`河湾村委会 ${month}月`, { exact: true }).fill('2')
  await station.getByRole('button', { name: '空的填 0' }).last().click()
  await accessible(station)

  await station.getByRole('link', { name: '各村', exact: true }).click()
  await station.getByText('共 2 个村。').waitFor()
  await station.getByRole('link', { name: '发案信访填报' }).click()
  await station.getByText('没有保存的 2 处').waitFor()
  await station.getByLabel('哪一年').click()
  await station.getByTitle(`${Number(last.slice(0, 4)) - 1} 年`).click()
  await station.getByText('没有保存的 2 处').waitFor({ state: 'detached' })
  await station.getByRole('link', { name: '还有 2 处没有保存' }).click()
  await station.getByRole('button', { name: '保存 2 处改动' }).click()
  await station.getByRole('button', { name: '没有改动' }).waitFor()
  await station.getByRole('button', { name: '从表格导入' }).click()
  const list = station.getByRole('dialog', { name: '导入发案数' })
  const year = Number(last.slice(0, 4)) - 1
  await list.getByLabel('或者粘贴到这里').fill(`村,月份,件数\n河湾村,${year}-05,0\n没有村,${year}-05,0`)
  await list.getByText('“没有村”不在您填报的村里').waitFor()
  expect(await list.getByRole('button', { name: '写入' }).isDisabled()).toBe(true)
  await accessible(station)
  await list.getByLabel('或者粘贴到这里').fill(`村,月份,件数\n河湾村,${year}-05,0\n坡上村,${year}年5月,3`)
  await list.getByText('新填 2 处，和现有一样 0 处，要换掉 0 处。').waitFor()
  await list.getByLabel('或者粘贴到这里').fill(`河湾村,${month}月,1\n坡上村,${month}月,0`)
  await list.getByText('新填 0 处，和现有一样 1 处，要换掉 1 处。').waitFor()
  await list.getByRole('row', { name: `河湾村委会 ${last.slice(0, 4)} 年${month}月 2 1` }).waitFor()
  await accessible(station)
  await list.getByRole('button', { name: '写入 2 行' }).click()
  await list.waitFor({ state: 'detached' })

  await station.goto(`${url}/desk/beats/${places.village}/duties?days=365`)
  await station.getByText('没完成的', { exact: false }).first().waitFor()
  await station.getByRole('link', { name: /走访/ }).first().click()
  await station.getByText('走访 槐树巷 12 号 看望').waitFor()
  await station.goto(`${url}/desk/beats/duties?days=365`)
  await station.getByText('请假 1 天，孔邻警代班').waitFor()
  await station.getByTitle('看看为什么').first().click()
  await station.getByText(/差 \d+ 次。/).waitFor()
  await station.getByRole('listitem').filter({ hasText: '请假 1 天，孔邻警代班（已从要求里扣掉）' }).waitFor()
  await accessible(station)
  for (const page of ['duties', 'burden']) {
    await station.goto(`${url}/desk/beats/${page}`)
    await station.getByRole('table').waitFor()
    await accessible(station)
  }

  const police = await computer()
  await signIn(police, `${url}/desk/`, 'police')
  await police.goto(`${url}/desk/beats/clues`)
  await police.getByText('夜里有陌生货车卸货').waitFor()
  expect(await police.getByText('卖早点的王姐').count()).toBe(0)
  await police.getByRole('button', { name: '反馈', exact: true }).click()
  const answer = police.getByRole('dialog', { name: '反馈' })
  await answer.getByLabel('没用上').check()
  await answer.getByLabel('怎么查的，结果怎样').fill('核实是正常送货')
  await answer.getByRole('button', { name: '反馈' }).click()
  await police.getByText('没有等反馈的线索').waitFor()
  await accessible(police)

  const administrator = await computer()
  await signIn(administrator, `${url}/desk/`, 'administrator')
  await administrator.goto(`${url}/desk/rules?tab=duties`)
  await administrator.getByRole('button', { name: '修改“每次至少走访 5 户”' }).click()
  const duty = administrator.getByRole('dialog')
  await duty.getByLabel('至少', { exact: true }).fill('3')
  await accessible(administrator)
  await duty.getByRole('button', { name: '保存' }).click()
  await administrator.getByText('走访 3 户').waitFor()
  await accessible(administrator)
  expect(complaints).toEqual([])
})
