/** Writes the demo's mediation in bulk: the committees' registers, the files with who is in them, and their pictures. */
import { recordMany } from '#modules/disputes/record-store.server.ts'
import type { Instant } from '#modules/kernel/ids.ts'
import { keep } from '#modules/photos/photo.server.ts'
import type { Opened } from '#server/start.ts'
import { insertRows } from '../rows.ts'
import type { Committee } from './committees.ts'
import type { DisputeLife, Shot } from './disputes-life.ts'
import { type Album, drawAlbum } from './disputes-pictures.ts'
import { demoCounty } from './shown.ts'

type Into = Pick<Opened, 'db' | 'secrets' | 'photos'>

export async function fileCommittees({ db }: Pick<Opened, 'db'>, committees: readonly Committee[], at: Instant): Promise<void> {
  const county = demoCounty
  await insertRows(
    db,
    'committees',
    committees.map(({ place, electedOn, members }) => ({ county, place, electedOn, changedBy: members[0]!.id, changedAt: at })),
  )
  await insertRows(
    db,
    'committeeMembers',
    committees.flatMap(({ place, members }) =>
      members.map(({ id, isWoman }) => ({ county, place, personId: id, isWoman, electedOn: null })),
    ),
  )
}

export async function fileDisputes(into: Into, lives: readonly DisputeLife[]): Promise<void> {
  const { db, secrets } = into
  await recordMany(db, lives)
  await insertRows(
    db,
    'disputeIdentities',
    lives.flatMap(({ dispute: { county, id: disputeId }, identities }) =>
      [...identities].map(([id, identity]) => ({
        ...{ county, disputeId, id, identity: secrets.seal(JSON.stringify(identity)), tracking: null },
      })),
    ),
  )
  await filePictures(into, lives)
}

const pictureOf = (album: Album, { id, of }: Shot) => album[of][Number.parseInt(id.slice(-4), 16) % album[of].length]!

async function filePictures({ db, photos: folder }: Into, lives: readonly DisputeLife[]): Promise<void> {
  const album = await drawAlbum()
  await insertRows(
    db,
    'photos',
    lives.flatMap(({ dispute: { county, id: disputeId }, shots }) =>
      shots.map((shot) => {
        const { width, height, full } = pictureOf(album, shot)
        const { id, by: byPerson, at, version } = shot
        return { county, id, width, height, bytes: full.length, byPerson, at, matterId: null, disputeId, version }
      }),
    ),
  )
  const shots = lives.flatMap((life) => life.shots)
  for (let start = 0; start < shots.length; start += 50)
    await Promise.all(shots.slice(start, start + 50).map((shot) => keep(folder, demoCounty, shot.id, pictureOf(album, shot))))
}
