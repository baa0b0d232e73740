import { expect } from 'vitest'
import type { MatterId } from '#modules/kernel/ids.ts'
import { done } from '#tests/matter.ts'
import { reportedByResident, resident } from '#tests/resident.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { sweep } from '../jobs.server.ts'
import type { MatterFile } from '../reply.ts'

const after = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString()

/** A lamp reported by a resident on the lane; its page, read again each time. */
async function lamp(server: Served, change: Record<string, string> = {}) {
  const known = new Set((await server.opened.db.selectFrom('matters').select('id').execute()).map(({ id }) => id))
  const code = await reportedByResident(server, change)
  const all = await server.opened.db.selectFrom('matters').select('id').execute()
  const id = all.find((each) => !known.has(each.id))?.id as MatterId
  return { id, page: async () => (await resident(server.app).open(`/t/${code}`)).text }
}

/** Applied for by the lane chief, and granted by the village official. */
async function granted(server: Served, id: string, wish: object): Promise<MatterFile> {
  const { row } = await done(server, 'chief', id, { do: 'apply', reason: '灯杆要等县里送来', ...wish })
  return done(server, 'official', id, { do: 'grant', application: row.matter.application?.id, words: '同意，抓紧' })
}

served('an extension is told with both dates and its reason, but not what was said when it was granted', async (server) => {
  const { id, page } = await lamp(server)
  await done(server, 'chief', id, { do: 'accept' })
  const before = await page()
  const promised = /最迟 (6月\d+日 \d\d:\d\d) 前答复您/.exec(before)?.[1] ?? ''
  await done(server, 'chief', id, { do: 'apply', kind: 'extension', days: 3, reason: '灯杆要等县里送来' })
  const asked = await page()
  const { application } = ((await (await server.as('chief').get(`/api/matters/${id}`)).json()) as MatterFile).row.matter
  await done(server, 'official', id, { do: 'grant', application: application?.id, words: '同意，抓紧' })
  const text = await page()

  expect(promised).not.toBe('')
  expect(asked).not.toContain('灯杆要等县里送来')
  expect(text).toContain(`已延期，原来答应的是 ${promised} 前`)
  expect(text).toContain(`需要多一些时间：原来答应 ${promised} 前，延到 `)
  expect(text).not.toContain(`最迟 ${promised} 前答复您。`)
  expect(text).toContain('灯杆要等县里送来')
  expect(text).not.toContain('抓紧')
})

served('what is put off says until when and why, then that it goes on', async (server) => {
  const { id, page } = await lamp(server)
  await done(server, 'chief', id, { do: 'accept' })
  await granted(server, id, { kind: 'suspension', until: '2026-06-20' })
  const put = await page()
  await sweep(server.opened.db, after(17))
  server.at(after(17))
  const text = await page()

  expect(put).toContain('先放一放，6月20日继续办')
  expect(put).toContain('原因：灯杆要等县里送来')
  expect(put).not.toMatch(/还剩|已超/)
  expect(text).toContain('到日子了，继续办理，最迟 ')
})

served('what was not done in time is told with where it went, and nobody is named for being slow', async (server) => {
  const { id, page } = await lamp(server)
  await sweep(server.opened.db, after(2))
  server.at(after(2))
  const text = await page()

  expect(text).toContain('到时间还没有接单，已自动交给上一级河湾村委会 村干部')
  expect(text).toContain('最初答应的时间已经过了')
  expect(text.slice(text.indexOf('class="story"'))).not.toContain('张街长')
  expect(id).toBeDefined()
})

served('what is voided, given another category, or passed on as not theirs is told in its own words', async (server) => {
  const [voided, renamed, passed] = [await lamp(server), await lamp(server), await lamp(server)]
  await granted(server, voided.id, { kind: 'voiding' })
  await granted(server, renamed.id, { kind: 'reclassification', category: '0401' })
  await granted(server, passed.id, { kind: 'notOurs' })
  const [one, two, three] = [await voided.page(), await renamed.page(), await passed.page()]

  expect(one).toContain('这件事已作废，不再办理')
  expect(one).toContain('原因：灯杆要等县里送来')
  expect(one).not.toContain('class="stages"')
  expect(two).toContain('改按“垃圾清运、保洁”办理，由槐树巷 街巷长办')
  expect(two).not.toContain('灯杆要等县里送来')
  expect(three).toContain('不归原来的地方管，已交给河湾村委会 村干部')
})

served('whoever reported the same thing sees how the other report stands, hears of its outcome, and nothing else of it', async (server) => {
  const main = await lamp(server, { words: '李大娘家门口的灯' })
  const other = await lamp(server)
  await done(server, 'chief', other.id, { do: 'link', to: main.id, words: '两家说的是一盏灯' })
  const linked = await other.page()
  await done(server, 'chief', main.id, { do: 'settle', outcome: '换了灯泡' })
  const settled = await other.page()
  await done(server, 'chief', other.id, { do: 'unlink' })
  const apart = await other.page()

  expect(linked).toContain('和另一位群众反映的是同一件事，一起办理')
  expect(linked).toContain('那一件已交给槐树巷 街巷长，等待接单')
  expect(settled).toContain('换了灯泡')
  for (const text of [linked, settled]) expect(text).not.toMatch(/李大娘|两家说的/)
  expect(apart).toContain('核实后是两件事，单独办理，最迟 ')
})
