import { expect } from 'vitest'
import { resident } from '#tests/resident.ts'
import { served } from '#tests/server.ts'

served('a place that does not exist says so', async ({ app }) => {
  for (const path of ['/p/999999', '/p/12', '/p/abc']) expect((await resident(app).open(path)).status, path).toBe(404)
})

served('a village shows its official, its lanes with their households, and the way to report', async ({ app, cast }) => {
  const { village, lane, vacantLane } = cast.places
  const { text } = await resident(app).open(`/p/${village}`)

  expect(text).toContain(`href="tel:${cast.people.official.phone}"`)
  for (const each of [lane, vacantLane]) expect(text).toContain(`href="/l/${each}"`)
  expect(text).toContain('24 户')
  expect(text).toContain(`href="/report?place=${village}"`)
})

served('people whose names hang on no board are not on the pages', async ({ app, cast }) => {
  const { open } = resident(app)
  const texts = await Promise.all(
    [cast.places.county, cast.places.eastTown, cast.places.village].map(async (code) => (await open(`/p/${code}`)).text),
  )

  for (const hidden of ['township', 'housing', 'police', 'administrator', 'auditor'] as const)
    expect(texts.join('')).not.toContain(cast.people[hidden].phone)
})
