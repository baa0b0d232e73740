import { expect } from 'vitest'
import { done, reported } from '#tests/matter.ts'
import { noon, served } from '#tests/server.ts'
import { textOf } from '#tests/workbook.ts'
import { spreadsheet } from './export.server.ts'

served('a list of what is applied for and ordered can be taken along as it is shown', async (server) => {
  const { id } = (await reported(server, 1)).row.matter
  await done(server, 'chief', id, { do: 'accept' })
  await done(server, 'chief', id, { do: 'apply', kind: 'extension', days: 3, reason: '铲车后天才来' })
  const { row } = await done(server, 'township', id, {
    do: 'order',
    kind: 'urge',
    words: '请抓紧办理',
    dueBy: '2026-06-04T10:00:00.000Z',
  })
  const text = textOf(await spreadsheet([row], ['number', 'lateSince', 'application', 'orders'], 'zh-CN', { by: '赵乡镇', at: noon }))

  for (const wanted of [row.number, '超时', '延期 铲车后天才来', '2026-06-04 18:00 请抓紧办理']) expect(text).toContain(wanted)
})
