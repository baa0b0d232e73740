/** Chairs nobody sits in, in a place's whole subtree: found by going down only where the count says there are some. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { PlaceFile } from '#modules/places/wire.ts'
import { useMay } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Link } from '../address.tsx'
import { FillSeat } from '../people/fill-seat.tsx'
import { Trouble } from '../trouble.tsx'
import { fetchPlaceFile, pathWords, usePlaceName } from './place-file.ts'

type Vacancy = { readonly place: PlaceCode; readonly placeName: string; readonly path: string; readonly role: Role }

const wanted: readonly string[] = ['lane_chief', 'grid_worker', 'village_official', 'township_officer']
const step = 50
const atOnce = 6

const emptyAt = ({ place, path, seats }: PlaceFile): Vacancy[] =>
  seats
    .filter(({ role, holders }) => wanted.includes(role) && holders.length === 0)
    .map(({ role }) => ({ place: place.code, placeName: place.name, path: pathWords(path), role: role as Role }))

/** The first `most` vacancies in the order of the codes, and whether there are more. */
async function findVacancies(root: string, most: number): Promise<{ rows: Vacancy[]; hasMore: boolean }> {
  const rows: Vacancy[] = []
  let waiting = [root]
  while (waiting.length > 0 && rows.length <= most) {
    const files = await Promise.all(waiting.slice(0, atOnce).map(fetchPlaceFile))
    const below = files.flatMap((file) => {
      rows.push(...emptyAt(file))
      return file.below.filter(({ vacancies }) => vacancies > 0).map(({ code }) => code as string)
    })
    waiting = [...below, ...waiting.slice(atOnce)]
  }
  return {
    rows: rows.slice(0, most).sort((one, other) => (one.place < other.place ? -1 : 1)),
    hasMore: rows.length > most || waiting.length > 0,
  }
}

export function Vacancies({ root }: { root: string }) {
  const { t } = useTranslation(['desk', 'people'])
  const mayGrant = useMay('post.grant')
  const name = usePlaceName(root)
  const [most, setMost] = useState(step)
  const [filling, setFilling] = useState<Vacancy>()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['places', 'vacancies', root, most],
    queryFn: () => findVacancies(root, most),
    placeholderData: (before) => before,
  })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={6} />
  if (data.rows.length === 0) return <Empty title={t('vacancies.none', { place: name })}>{t('vacancies.noneWords')}</Empty>
  return (
    <section className="panel">
      <h2>{t('vacancies.title', { place: name })}</h2>
      <p className="soft">{t('vacancies.words')}</p>
      <ul className="lines">
        {data.rows.map((row) => (
          <li key={`${row.place}${row.role}`} className="line">
            <span>
              <strong>{t(`people:roles.${row.role}`)}</strong>{' '}
              <Link to="/places" search={{ code: row.place }}>
                {row.path}
              </Link>
            </span>
            {mayGrant && <Button onClick={() => setFilling(row)}>{t('places.fill')}</Button>}
          </li>
        ))}
      </ul>
      {data.hasMore && (
        <Button loading={isFetching} onClick={() => setMost(most + step)}>
          {t('queue.more')}
        </Button>
      )}
      {filling && <FillSeat role={filling.role} place={filling.place} placeName={filling.path} onClose={() => setFilling(undefined)} />}
    </section>
  )
}
