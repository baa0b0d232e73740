/**
 * Walks every staff route of the contract as somebody to whom it does not belong: without a session, without a post, and as the holder of
 * the same role next door. Nothing of the others' may come back, in any reply, and nothing may be changed.
 */
import { expect } from 'vitest'
import { reported } from './matter.ts'
import { served, type Who } from './server.ts'
import { everything, open, prepare, secret, theirs, visits, walk } from './stranger-walk.ts'

served('the walk visits every staff route of the contract', async ({ app }) => {
  const { paths } = (await (await app.request('/api/openapi.json')).json()) as { paths: Record<string, object> }
  const contract = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  const walked = visits('x').map(({ method, path }) => `${method} ${path}`)

  expect(contract.map((each) => each.replace(/\/$/, '')).sort()).toEqual([...walked, ...open].sort())
})

served('a stranger without a session is let in nowhere', async (it) => {
  const steps = await prepare(it)
  const before = await everything(it)
  for (const { visit, status, text } of await walk(it, steps)) {
    expect([visit.url, status, JSON.parse(text)]).toEqual([visit.url, 401, { refused: 'not_signed_in', facts: {} }])
  }
  expect(await everything(it)).toBe(before)
})

/** The same roles next door, in the next town, in the next county, and those whose power is of another kind. */
const walkers: Who[] = [
  'nobody',
  'nextChief',
  'nextGridWorker',
  'nextOfficial',
  'westTownship',
  'farChief',
  'farOfficial',
  'farTownship',
  'farCentre',
  'farHousing',
  'farAdministrator',
  'farAuditor',
]

for (const who of walkers)
  served(`${who} finds nothing of the chief's lane, and changes nothing there`, async (it) => {
    const steps = await prepare(it)
    const before = await everything(it)
    for (const { visit, status, text } of await walk(it, steps, who))
      for (const word of theirs)
        expect([visit.method, visit.url, status, text.includes(word)]).toEqual([visit.method, visit.url, status, false])
    expect(await everything(it)).toBe(before)
  })

served("a department's officer finds no matter that the department never had", async (it) => {
  for (const { visit, text } of await walk(it, await prepare(it), 'housing'))
    expect([visit.url, text.includes(secret)]).toEqual([visit.url, false])
})

served('administrators and auditors read no matter', async (it) => {
  const steps = (await prepare(it)).filter(({ path }) => path.startsWith('/api/matters') || path.startsWith('/api/photos'))
  const before = await everything(it)
  for (const who of ['administrator', 'auditor'] as const)
    for (const { visit, text } of await walk(it, steps, who))
      expect([who, visit.url, text.includes(secret)]).toEqual([who, visit.url, false])
  expect(await everything(it)).toBe(before)
})

served(
  'a complaint about somebody in office is found by nobody it could be about: not in the lane, the village, the township, nor the centre',
  async (it) => {
    const words = '某某办事要好处'
    await reported(it, 9, { category: '0507', words }, 'gridWorker')
    for (const who of ['chief', 'official', 'township', 'centre', 'housing', 'police', 'nextChief'] as const)
      expect([who, (await (await it.as(who).get('/api/matters')).text()).includes(words)]).toEqual([who, who === 'centre'])
  },
)
