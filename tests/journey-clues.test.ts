/** A clue's way: half-written it stays with its village, without signal it is seen to wait, and the town's station answers it. */
import { expect } from 'vitest'
import type { PostId } from '#modules/kernel/ids.ts'
import { grant } from '#modules/people/store.server.ts'
import { cast } from './cast.ts'
import { accessible, journey, signIn } from './journey.ts'
import { uuid } from './matter.ts'

const { places, people } = cast

journey('a clue goes to the town’s station, also without signal, and comes back with an answer', async (it) => {
  const { url, phone, computer, opened, complaints } = it
  const seat = { role: 'legal_adviser', place: places.nextVillage, department: null, id: uuid(70) as PostId, since: '2024-01-01' } as const
  await grant(opened.db, people.adviser.county, people.adviser.id, seat, null)

  const page = await phone()
  await signIn(page, `${url}/field/`, 'adviser')
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await page.goto(`${url}/field/beats/clues?village=${places.village}`)
  const words = page.getByRole('textbox', { name: '线索内容' })
  await words.fill('夜里有陌生货车卸货')
  expect(await page.getByRole('radio', { name: '司法所' }).isChecked()).toBe(true)
  expect(await page.getByRole('radio').count()).toBe(3)
  await page.waitForTimeout(800) // what is typed is on the phone half a second later
  await page.getByRole('button', { name: '坡上村委会' }).click()
  await expect.poll(() => words.inputValue()).toBe('')
  await page.getByRole('button', { name: '河湾村委会' }).click()
  await expect.poll(() => words.inputValue()).toBe('夜里有陌生货车卸货')
  await page.getByRole('button', { name: '其他部门' }).click()
  await page.getByRole('radio', { name: '县消防救援大队' }).check()
  await accessible(page)
  await page.getByRole('radio', { name: '派出所' }).check()

  await page.context().setOffline(true)
  await page.getByRole('button', { name: '交出去' }).click()
  const handed = page.locator('section', { has: page.getByRole('heading', { name: '我交的线索' }) })
  await handed.getByText('待发送').waitFor()
  await handed.getByText(/交给派出所，.*河湾村委会/).waitFor()
  expect(await handed.getByText('夜里有陌生货车卸货').count()).toBe(0)
  await accessible(page)
  await page.reload()
  await handed.getByText('待发送').waitFor()
  await page.getByRole('radio', { name: '派出所' }).waitFor()
  expect(await opened.db.selectFrom('clues').select('id').execute()).toEqual([])
  await page.context().setOffline(false)
  await handed.getByText('等答复').waitFor({ timeout: 60_000 })
  expect(await handed.getByText('待发送').count()).toBe(0)

  const station = await computer()
  await signIn(station, `${url}/desk/`, 'station')
  await station.goto(`${url}/desk/beats/clues`)
  await station.getByRole('button', { name: '等反馈（1）' }).waitFor()
  await station.getByText('交派出所').waitFor()
  await accessible(station)
  await station.getByRole('button', { name: '反馈', exact: true }).click()
  const answer = station.getByRole('dialog', { name: '反馈' })
  await answer.getByLabel('有用', { exact: true }).check()
  await answer.getByLabel('怎么查的，结果怎样').fill('查实是偷倒垃圾')
  await answer.getByRole('button', { name: '反馈' }).click()
  await station.getByText('没有等反馈的线索').waitFor()
  await station.getByRole('button', { name: '已反馈' }).click()
  await station.getByText('查实是偷倒垃圾').waitFor()

  await page.reload()
  await handed.getByText('答复：查实是偷倒垃圾').waitFor()
  expect(complaints).toEqual([])
})
