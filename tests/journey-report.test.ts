/** The public form in a browser that runs its scripts. What it does without them stands beside the pages. */
import { expect } from 'vitest'
import { cast } from './cast.ts'
import { accessible, journey } from './journey.ts'
import { report } from './matter.ts'
import { phones } from './phones.ts'

journey('what was wrong on the form and is put right is no longer called wrong', async ({ url, phone, complaints }) => {
  const resident = await phone()
  await resident.goto(`${url}/report?lane=${cast.places.lane}`)
  await resident.getByLabel('怎么称呼').fill('别人')
  await resident.getByLabel('具体情况').fill('没写完的话')
  await resident.goto(`${url}/report?lane=${cast.places.lane}`)
  await resident.getByText('上次没写完的话还在这里').waitFor()
  expect(await resident.getByLabel('具体情况').inputValue()).toBe('没写完的话')
  expect(await resident.getByLabel('怎么称呼').inputValue()).toBe('')
  await resident.getByLabel('具体情况').fill('')
  await resident.getByLabel('手机号').fill('138')
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.getByText('有 3 处要改一下').waitFor()
  await accessible(resident)

  const words = resident.getByLabel('具体情况')
  await words.fill(' ')
  expect(await words.getAttribute('aria-invalid')).toBe('true')
  await words.fill('路灯坏了好几天')
  await resident.getByText('有 2 处要改一下').waitFor()
  expect(await words.getAttribute('aria-invalid')).toBeNull()
  expect(await resident.locator('#words-error').count()).toBe(0)
  await resident.getByText('路灯、道路、井盖').click()
  await resident.getByLabel('路灯不亮').check()
  await resident.getByText('有 1 处要改一下').waitFor()
  await accessible(resident)
  await resident.getByLabel('手机号').fill('13800012345')
  await resident.locator('.notice.wrong').waitFor({ state: 'detached' })
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.getByText('请记下查询码').waitFor()
  expect(complaints).toEqual([])
})

journey('danger says first whom to ring; what is reported already is offered while it is typed, and joined', async (it) => {
  const { url, opened, phone, complaints } = it
  await phones(opened, url)('official', '/api/matters', report(1, { source: 'phone', words: '巷口垃圾桶满了三天没人清运' }))
  const resident = await phone()
  await resident.goto(`${url}/report?lane=${cast.places.lane}`)
  await resident.getByText('邻里、家里、地界、钱上有了矛盾').click()
  await resident.getByLabel('家庭暴力').check()
  const danger = resident.locator('#danger')
  await danger.getByRole('link', { name: '110 报警' }).waitFor()
  await danger.getByText(/只有.*包村民警.*看到/).waitFor()
  expect(await danger.evaluate((block) => block.parentElement?.firstElementChild === block)).toBe(true)
  expect((await danger.boundingBox())!.y).toBeGreaterThanOrEqual(0) // in sight, not somewhere above
  await resident.getByRole('link', { name: /快速离开|离开/ }).waitFor()
  await accessible(resident)

  await resident.getByText('垃圾、污水、臭味、噪声').click()
  await resident.getByLabel('垃圾清运、保洁').check()
  await danger.waitFor({ state: 'hidden' })
  await resident.getByLabel('具体情况').fill('垃圾桶满了没人清运，很臭')
  await resident.getByRole('heading', { name: '附近已有人反映' }).waitFor()
  await accessible(resident)
  await resident.getByRole('button', { name: '是这件事，我也关注' }).click()
  await resident.getByText('您和别人一起关注这件事').waitFor()
  expect(await opened.db.selectFrom('matters').select(['id', 'joined']).execute()).toEqual([{ id: report(1).id, joined: 1 }])
  expect(complaints).toEqual([])
})
