import { expect } from 'vitest'
import { discardLoose } from '#modules/photos/jobs.server.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { noon, served } from '#tests/server.ts'
import { sweep } from './jobs.server.ts'
import type { MatterFile } from './reply.ts'

const after = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString()

served(
  'what was settled closes after a week of silence, each matter once, though two processes look at the same time',
  async ({ as, opened: { db } }) => {
    for (let number = 1; number <= 5; number++) {
      await reported({ as }, number)
      await done({ as }, 'chief', uuid(number), { do: 'settle', outcome: '清走了' })
    }

    expect(await sweep(db, after(6))).toBe(0)
    const closed = await Promise.all([sweep(db, after(7)), sweep(db, after(7))])
    expect(closed.every((count) => count <= 5)).toBe(true)
    const events = await db.selectFrom('events').select('subjectId').where('type', '=', 'closed').execute()
    expect(events).toHaveLength(5)
    expect(await sweep(db, after(8))).toBe(0)
    expect((await (await as('chief').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile).toMatchObject({
      row: { matter: { status: 'closed', dueBy: null } },
    })
  },
)

served('what was reopened does not close by the silence before it', async ({ as, opened: { db } }) => {
  await reported({ as }, 1)
  await done({ as }, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })
  await done({ as }, 'gridWorker', uuid(1), { do: 'reopen', reason: '还在' })

  await sweep(db, after(30))
  const closed = await db.selectFrom('events').select('version').where('type', '=', 'closed').execute()
  expect(closed).toEqual([])
})

served('a picture that nothing came to show is discarded after a day, one that is shown stays', async ({ as, opened: { db, photos } }) => {
  const { default: sharp } = await import('sharp')
  const picture = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .png()
      .toBuffer(),
  )
  for (const number of [1, 2]) await as('chief').put(`/api/photos/${uuid(number)}`, picture, 'image/png')
  await reported({ as }, 5)
  await done({ as }, 'chief', uuid(5), { do: 'comment', words: '现场', photos: [uuid(1)] })

  expect(await discardLoose(db, photos, after(0.5))).toBe(0)
  expect(await discardLoose(db, photos, after(1.1))).toBe(1)
  expect((await as('chief').get(`/api/photos/${uuid(1)}`)).status).toBe(200)
  expect((await as('chief').get(`/api/photos/${uuid(2)}`)).status).toBe(404)
})
