/** Everything written in the first sheet of a workbook: a zip, read by its central directory. */
import { inflateRawSync } from 'node:zlib'

export function textOf(workbook: Buffer): string {
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
