/** 附近已有人反映: to be looked at before the same thing is sent a second time. What was typed stays while one looks. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Asked, useNear } from '#web/client/near.ts'
import { Status } from '#web/ui/status.tsx'

export function NearOffers(asked: Asked) {
  const { t } = useTranslation('matters')
  const near = useNear(asked)
  return (
    <div aria-live="polite">
      {near.length > 0 && (
        <section className="field">
          <h2 className="field-name">{t('near.title')}</h2>
          <p className="soft">{t('near.words')}</p>
          <ul className="cards">
            {near.map(({ matter, categoryName, placeName }) => (
              <li key={matter.id} className="card">
                <Link to="/matters/$id" params={{ id: matter.id }} className="card-link">
                  <span className="card-top">
                    <strong>{categoryName}</strong>
                    <Status status={matter.status} />
                  </span>
                  <span className="card-words clamp">{matter.words}</span>
                  <span className="soft">{placeName}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
