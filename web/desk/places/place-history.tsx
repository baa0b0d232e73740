/** What a place has become, was called, and came from: old names lead on, and back. */
import { useTranslation } from 'react-i18next'
import type { PlaceHistory } from '#modules/places/wire.ts'
import { Link } from '../address.tsx'

type Named = { readonly code: string; readonly name: string }

const Places = ({ of }: { of: readonly Named[] }) => (
  <>
    {of.map(({ code, name }) => (
      <Link key={code} to="/places" search={{ code }}>
        {name}
      </Link>
    ))}
  </>
)

export function Ended({ ended: { day, heirs } }: { ended: NonNullable<PlaceHistory['ended']> }) {
  const { t } = useTranslation('places')
  return (
    <p className="warning inline">
      <span>{t('ended.since', { day })}</span>
      {heirs.length > 0 && (
        <>
          <span>{t('ended.now')}</span>
          <Places of={heirs} />
        </>
      )}
    </p>
  )
}

export function Before({ history: { names, from } }: { history: PlaceHistory }) {
  const { t } = useTranslation('places')
  return (
    <>
      {names.map(({ name, until }) => (
        <p key={until} className="soft">
          {t('ended.name', { name, day: until })}
        </p>
      ))}
      {from.length > 0 && (
        <p className="inline">
          <span className="soft">{t('ended.from')}</span>
          <Places of={from} />
        </p>
      )}
    </>
  )
}
