/** A place: what is open and late in it, who sits where, its notice board, what it was before, and the places below it. */
import { useTranslation } from 'react-i18next'
import { levelOf } from '#modules/places/place.ts'
import type { PlaceFile, PlaceNode } from '#modules/places/wire.ts'
import { useMay } from '#web/client/session.ts'
import { Link } from '../address.tsx'
import { PlaceBoard } from './place-board.tsx'
import { Before, Ended } from './place-history.tsx'
import { Seats } from './seats.tsx'

export function PlaceCard({ file }: { file: PlaceFile }) {
  const { t } = useTranslation(['desk', 'places'])
  const { place, path, seats, below, history, board } = file
  const readsMatters = useMay('matter.read')
  const mayChange = useMay('place.edit')
  const stands = history.ended === null
  return (
    <div className="places-card">
      <section className="panel">
        <header className="panel-head">
          <div>
            <h2>{place.name}</h2>
            <p className="soft">
              {[...path.slice(1, -1).map(({ name }) => name), ''].join(' · ')}
              {t(`places:kinds.${place.kind}`)} · <span className="unbroken">{place.code}</span>
            </p>
          </div>
          {stands && (
            <span className="inline">
              {place.level === 'lane' && (
                <a className="button" href={`/l/${place.code}`} target="_blank" rel="noreferrer">
                  {t('places.board')}
                </a>
              )}
              {mayChange && (
                <Link to="/changes/new" search={{ place: place.code }} className="button">
                  {t('places:change.start')}
                </Link>
              )}
            </span>
          )}
        </header>
        {history.ended && <Ended ended={history.ended} />}
        {stands && <Counts place={place} readsMatters={readsMatters} />}
        {place.scope && (
          <p>
            {t('places:scope')}
            {t('colon')}
            {place.scope}
          </p>
        )}
        {stands && place.level === 'lane' && <PlaceBoard lane={place.code} board={board} />}
        <Before history={history} />
        {!stands && readsMatters && (
          <p>
            <Link to="/matters" search={{ place: place.code }}>
              {t('places:ended.matters')}
            </Link>
          </p>
        )}
      </section>
      {stands && (
        <section className="panel">
          <h2>{t('places:seats')}</h2>
          <Seats place={place} seats={seats} />
          <p>
            <Link to="/people" search={{ place: place.code }}>
              {t('places.everybody')}
            </Link>
          </p>
        </section>
      )}
      {below.length > 0 && <Below file={file} readsMatters={readsMatters} />}
    </div>
  )
}

function Counts({ place, readsMatters }: { place: PlaceNode; readsMatters: boolean }) {
  const { t } = useTranslation('places')
  return (
    <dl className="counts">
      {readsMatters && (
        <>
          <Count name={t('open')} number={place.open} link={{ place: place.code, status: 'waiting,working' }} />
          <Count name={t('late')} number={place.late} tone="late" link={{ place: place.code, view: 'late' }} />
        </>
      )}
      <div>
        <dt>{t('vacancies')}</dt>
        <dd className={place.vacancies > 0 ? 'tone-soon' : ''}>
          <Link to="/places" search={{ code: place.code, tab: 'vacancies' }}>
            {place.vacancies}
          </Link>
        </dd>
      </div>
      {place.households !== null && (
        <div>
          <dt>{t('householdsLabel')}</dt>
          <dd>{place.households}</dd>
        </div>
      )}
    </dl>
  )
}

type Linked = {
  readonly name: string
  readonly number: number
  readonly tone?: 'late'
  readonly link: { place: string; status?: string; view?: string }
}

const Count = ({ name, number, tone, link }: Linked) => (
  <div>
    <dt>{name}</dt>
    <dd className={tone && number > 0 ? `tone-${tone}` : ''}>
      <Link to="/matters" search={link}>
        {number}
      </Link>
    </dd>
  </div>
)

function Below({ file: { below }, readsMatters }: { file: PlaceFile; readsMatters: boolean }) {
  const { t } = useTranslation(['desk', 'places'])
  const [first] = below
  const hasHouseholds = below.some(({ households }) => households !== null)
  return (
    <section className="panel">
      <h2>{t('places.below', { count: below.length, level: first ? t(`places:levels.${levelOf(first.code)}`) : '' })}</h2>
      <table className="table table-small">
        <thead>
          <tr>
            <th scope="col">{t('places.name')}</th>
            {hasHouseholds && <th scope="col">{t('places:householdsLabel')}</th>}
            {readsMatters && (
              <>
                <th scope="col">{t('places:open')}</th>
                <th scope="col">{t('places:late')}</th>
              </>
            )}
            <th scope="col">{t('places:vacancies')}</th>
          </tr>
        </thead>
        <tbody>
          {below.map((each) => (
            <tr key={each.code}>
              <td data-name={t('places.name')}>
                <Link to="/places" search={{ code: each.code }}>
                  {each.name}
                </Link>
              </td>
              {hasHouseholds && <td data-name={t('places:householdsLabel')}>{each.households ?? '—'}</td>}
              {readsMatters && (
                <>
                  <td data-name={t('places:open')}>{each.open}</td>
                  <td data-name={t('places:late')} className={each.late > 0 ? 'tone-late' : ''}>
                    {each.late}
                  </td>
                </>
              )}
              <td data-name={t('places:vacancies')} className={each.vacancies > 0 ? 'tone-soon' : ''}>
                {each.vacancies}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
