import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { noon, served } from '#tests/server.ts'
import { changesFrom } from './changes-command.ts'

const named = {
  province: { code: '14', name: '测试省' },
  city: { code: '1499', name: '测试市' },
  county: { code: '149901', name: '测试县' },
}
const edition = Buffer.from(
  JSON.stringify({
    ...named,
    divisions: [
      { code: '149901100', name: '东镇', villages: [{ code: '149901100201', name: '河湾新村村委会' }] },
      { code: '149901101', name: '西镇', villages: [{ code: '149901101201', name: '西沟村委会' }] },
    ],
  }),
)

served(
  'on the command line: told first, done only with --apply by an administrator, and only what needs no further word',
  async ({ opened: { db } }) => {
    const lines: string[] = []
    const run = (more: object) =>
      changesFrom(db, edition, { name: 'dir/2020.json', apply: false, at: noon, say: (line) => lines.push(line), ...more })
    const ended = async () => (await db.selectFrom('places').select('code').where('until', 'is not', null).execute()).length

    await run({})
    expect(lines.at(-2)).toContain('3 kept, 2 changes, 1 of them only an administrator can decide')
    await expect(run({ apply: true, by: cast.people.chief.phone })).rejects.toThrow('--by')
    expect(await db.selectFrom('placeChanges').select('id').execute()).toEqual([])

    expect(await run({ apply: true, by: cast.people.administrator.phone })).toBe(true)
    expect(await db.selectFrom('places').select('name').where('code', '=', cast.places.village).execute()).toEqual([
      { name: '河湾新村村委会' },
    ])
    expect(await ended()).toBe(0)
  },
)
