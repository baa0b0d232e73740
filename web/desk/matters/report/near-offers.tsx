/** 附近已有人反映: to be looked at before the same thing is filed a second time. */
import { useTranslation } from 'react-i18next'
import { type Asked, useNear } from '#web/client/near.ts'
import { Status } from '#web/ui/status.tsx'
import { Link } from '../../address.tsx'

export function NearOffers(asked: Asked) {
  const { t } = useTranslation('matters')
  const near = useNear(asked)
  return (
    <div aria-live="polite">
      {near.length > 0 && (
        <section className="field">
          <h2>{t('near.title')}</h2>
          <p className="soft">{t('near.words')}</p>
          <ul className="plain offers">
            {near.map(({ matter, number, categoryName, placeName }) => (
              <li key={matter.id}>
                <Link to="/matters/$id" params={{ id: matter.id }}>
                  {categoryName} · {number}
                </Link>{' '}
                <Status status={matter.status} /> <span className="soft">{placeName}</span>
                <br />
                {matter.words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
