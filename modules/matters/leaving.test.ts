/** Nothing waits on an empty chair: terms that end by their date, people who have left, a county centre nobody sits in. */
import { expect } from 'vitest'
import { done, reported, uuid } from '#tests/matter.ts'
import { noon, served } from '#tests/server.ts'
import { sweep } from './jobs.server.ts'
import type { MatterFile } from './reply.ts'

const soon = new Date(Date.parse(noon) + 60_000).toISOString()

served(
  'when a term ends by its date, what waited in the seat goes on to the next above, and says why',
  async ({ as, cast, opened: { db } }) => {
    await reported({ as }, 1)
    await db.updateTable('posts').set({ until: '2026-06-03' }).where('personId', '=', cast.people.chief.id).execute()

    expect(await sweep(db, soon)).toBe(1)
    const file = (await (await as('official').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile
    expect(file.row.matter).toMatchObject({ holderRole: 'village_official', status: 'waiting', worker: null })
    expect(file.events.at(-1)).toMatchObject({ type: 'moved', why: 'vacancy', as: 'system', by: null })
    expect(await sweep(db, soon)).toBe(0)
  },
)

served(
  'what somebody worked on who has left goes back to the seat, where a colleague accepts it anew',
  async ({ as, cast, opened: { db } }) => {
    await as('administrator').post(`/api/people/${cast.people.nobody.id}/posts`, {
      id: uuid(70),
      role: 'lane_chief',
      place: cast.places.lane,
      department: null,
    })
    await reported({ as }, 1)
    await done({ as }, 'chief', uuid(1), { do: 'accept' })
    await db.updateTable('posts').set({ until: '2026-06-03' }).where('personId', '=', cast.people.chief.id).execute()

    await sweep(db, soon)
    const file = (await (await as('official').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile
    expect(file.row.matter).toMatchObject({ holderRole: 'lane_chief', status: 'waiting', worker: null })
  },
)

served(
  'with nobody left on the ladder it stands with the county centre, which is on duty as an office, and is moved no more',
  async ({ as, cast, opened: { db } }) => {
    await reported({ as }, 1)
    await db
      .updateTable('posts')
      .set({ until: '2026-06-03' })
      .where('county', '=', cast.people.chief.county)
      .where('role', 'not in', ['administrator', 'auditor'])
      .execute()

    await sweep(db, soon)
    const [row] = await db.selectFrom('matters').select(['holderRole', 'status']).execute()
    expect(row).toEqual({ holderRole: 'centre_officer', status: 'waiting' })
    expect(await sweep(db, soon)).toBe(0)
  },
)
