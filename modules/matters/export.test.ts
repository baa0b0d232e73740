import { inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'
import { done, reported } from '#tests/matter.ts'
import { noon, served } from '#tests/server.ts'
import { spreadsheet } from './export.server.ts'

/** Everything written in the sheets of a workbook: a zip, read by its central directory. */
function textOf(workbook: Buffer): string {
  let text = ''
  for (let at = workbook.indexOf('PK\x01\x02'); at >= 0; at = workbook.indexOf('PK\x01\x02', at + 4)) {
    const [packed, name, from] = [workbook.readUInt32LE(at + 20), workbook.readUInt16LE(at + 28), workbook.readUInt32LE(at + 42)]
    if (!/sheet1|sharedStrings/.test(workbook.toString('utf8', at + 46, at + 46 + name))) continue
    const start = from + 30 + workbook.readUInt16LE(from + 26) + workbook.readUInt16LE(from + 28)
    const bytes = workbook.subarray(start, start + packed)
    text += workbook.readUInt16LE(at + 10) === 0 ? bytes.toString('utf8') : inflateRawSync(bytes).toString('utf8')
  }
  return text
}

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
