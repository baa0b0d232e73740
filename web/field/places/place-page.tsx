/** 我的村(巷): the place, who sits in which seat, a tap to ring them, and its notice board. */
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { can } from '#modules/people/role.ts'
import type { PlaceFile } from '#modules/places/wire.ts'
import { useMe } from '#web/client/session.ts'
import { Empty, ErrorBox, Loading } from '#web/ui/states.tsx'
import { Page } from '../page.tsx'
import { BelowList } from './below-list.tsx'
import { usePlace, usePlaces } from './place-file.ts'
import { usePlaceWord } from './place-word.ts'
import { SeatList } from './seat-list.tsx'

const address = getRouteApi('/place')

export function PlacePage() {
  const { t } = useTranslation('field')
  const { posts } = useMe()
  const { code } = address.useSearch()
  const own = [...new Map(posts.map((post) => [post.place, post])).values()].sort((one, other) => other.place.length - one.place.length)
  const chosen = code ?? own[0]?.place
  return (
    <Page title={t(usePlaceWord())} hasBack={code !== undefined}>
      {own.length > 1 && (
        <nav className="offers page-words" aria-label={t('place.own')}>
          {own.map(({ place, placeName }) => (
            <Link
              key={place}
              to="/place"
              search={{ code: place }}
              className="choice-option"
              aria-current={place === chosen ? 'page' : undefined}
            >
              {placeName}
            </Link>
          ))}
        </nav>
      )}
      {chosen ? <Place code={chosen} /> : <Empty title={t('place.none')}>{t('place.noneWords')}</Empty>}
    </Page>
  )
}

function Place({ code }: { code: string }) {
  const { data, error, refetch } = usePlace(code)
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  return <Card file={data} />
}

function Card({ file }: { file: PlaceFile }) {
  const { t } = useTranslation(['places', 'field'])
  const { place, path, below } = file
  const { posts } = useMe()
  const keeps = posts.some((post) => post.place === place.code && can(post.role, 'village.keep'))
  const above = path.filter(({ code }) => code !== place.code && code.length > 6).reverse()
  const others = usePlaces(above.map(({ code }) => code))
  return (
    <>
      <section className="section">
        <h2>{place.name}</h2>
        <p className="soft">
          {path
            .slice(1, -1)
            .map(({ name }) => name)
            .join(' ')}
        </p>
        <dl className="facts">
          <dt>{t('code')}</dt>
          <dd className="unbroken">{place.code}</dd>
          {place.households !== null && (
            <>
              <dt>{t('householdsLabel')}</dt>
              <dd>{t('households', { count: place.households })}</dd>
            </>
          )}
          {place.scope && (
            <>
              <dt>{t('scope')}</dt>
              <dd>{place.scope}</dd>
            </>
          )}
          <dt>{t('open')}</dt>
          <dd>{t('field:place.open', { open: place.open, late: place.late })}</dd>
        </dl>
        <div className="buttons">
          <a className="button" href={`/l/${place.code}`}>
            {t('board')}
          </a>
          {keeps && (
            <>
              <Link to="/beats/dossier" search={{ village: place.code }} className="button">
                {t('field:place.dossier')}
              </Link>
              <Link to="/beats/facilities" search={{ village: place.code }} className="button">
                {t('field:place.facilities')}
              </Link>
            </>
          )}
        </div>
      </section>
      <section className="section">
        <h2>{t('seats')}</h2>
        <SeatList file={file} />
        {others.map(({ data }) => data && <SeatList key={data.place.code} file={data} />)}
      </section>
      {below.length > 0 && <BelowList below={below} />}
    </>
  )
}
