import { expect } from 'vitest'
import { done, reported } from '#tests/matter.ts'
import { served } from '#tests/server.ts'

const applying = { do: 'apply', kind: 'notOurs', reason: '属于镇上管的路段' }

served('a file names the seats that its events speak of: who decides, who had it, who has it now', async (server) => {
  const { id } = (await reported(server, 1, {}, 'chief')).row.matter
  await done(server, 'chief', id, applying)
  const { events } = await done(server, 'official', id, { do: 'grant', application: 2 })

  expect(events.map(({ type, byName, toName, deciderName, fromName }) => ({ type, byName, toName, deciderName, fromName }))).toEqual([
    { type: 'reported', byName: '张街长', toName: '槐树巷', deciderName: null, fromName: null },
    { type: 'applied', byName: '张街长', toName: null, deciderName: '河湾村委会', fromName: '槐树巷' },
    { type: 'granted', byName: '王村官', toName: '河湾村委会', deciderName: null, fromName: null },
  ])
})

served('what was asked of a department names it', async (server) => {
  const { id } = (await reported(server, 1, {}, 'township')).row.matter
  await done(server, 'township', id, { do: 'handOver', department: 'housing', words: '请办理' })
  await done(server, 'housing', id, { do: 'accept' })
  const { events } = await done(server, 'housing', id, {
    do: 'apply',
    kind: 'suspension',
    until: '2026-06-20',
    reason: '等材料',
  })

  expect(events.at(-1)).toMatchObject({ deciderName: '测试县', fromName: '县住建局' })
})
