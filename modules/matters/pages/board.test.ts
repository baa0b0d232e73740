import { expect } from 'vitest'
import { resident } from '#tests/resident.ts'
import { served } from '#tests/server.ts'

served('a lane that does not exist says so and shows a way on', async ({ app }) => {
  const { open } = resident(app)

  for (const path of ['/l/149901100201001999', '/l/abc', '/l/149901100201001999/print'])
    expect(await open(path), path).toMatchObject({ status: 404, text: expect.stringContaining('回首页找街巷长') })
})

served('a lane that has ended says since when, and who is asked now', async ({ app, cast, opened }) => {
  await opened.db.updateTable('places').set({ until: '2026-06-01' }).where('code', '=', cast.places.lane).execute()
  const { status, text } = await resident(app).open(`/l/${cast.places.lane}`)

  expect(status).toBe(410)
  expect(text).toContain('已于 6月1日 撤并')
  expect(text).toContain(cast.people.official.name)
  expect(text).not.toContain('/report?lane=')
})

served('a lane without a chief says whom to turn to instead', async ({ app, cast }) => {
  const { text } = await resident(app).open(`/l/${cast.places.vacantLane}`)

  expect(text).toContain('街巷长暂时空缺')
  expect(text).toContain(`tel:${cast.people.gridWorker.phone}`)
  expect(text).toContain(`tel:${cast.people.official.phone}`)
})

served('the board shows who is responsible, a masked number that rings whole, eleven kinds and a code to scan', async ({ app, cast }) => {
  const { text } = await resident(app).open(`/l/${cast.places.lane}`)
  const { chief, gridWorker, official } = cast.people

  for (const { name, phone } of [chief, gridWorker, official]) {
    expect(text).toContain(name)
    expect(text).toContain(`href="tel:${phone}"`)
    expect(text).toContain(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
  }
  expect(text).toContain('24 户')
  expect(text.match(/&amp;kind=\d\d"/g)).toHaveLength(11)
  expect(text).toMatch(/<svg role="img" aria-label="槐树巷公示牌的二维码"/)
})

served('the printed board has the numbers written out, the day it was made and nothing to tap', async ({ app, cast }) => {
  const { text } = await resident(app).open(`/l/${cast.places.lane}/print`)

  expect(text).toContain(cast.people.chief.phone.replace(/^(\d{3})(\d{4})/, '$1 $2 '))
  expect(text).toContain('制作日期 2026-06-03')
  expect(text).toContain('信息有误')
  expect(text).not.toContain('tel:')
})

served('the way down leads to the board, whichever address was typed', async ({ app, cast }) => {
  const { open } = resident(app)

  expect((await open(`/p/${cast.places.lane}`)).headers.get('location')).toBe(`/l/${cast.places.lane}`)
  expect((await open(`/l/${cast.places.village}`)).headers.get('location')).toBe(`/p/${cast.places.village}`)
  expect((await open('/p/999999')).status).toBe(404)
})
