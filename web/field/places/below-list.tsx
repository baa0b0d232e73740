import { Link } from '@tanstack/react-router'
import RightOutline from 'antd-mobile-icons/es/RightOutline'
import { useTranslation } from 'react-i18next'
import type { PlaceNode } from '#modules/places/wire.ts'

/** The places one level down, with what is open and what is vacant in each. */
export function BelowList({ below }: { below: readonly PlaceNode[] }) {
  const { t } = useTranslation(['places', 'field'])
  return (
    <section className="section">
      <h2>{t('below')}</h2>
      <ul className="rows">
        {below.map((each) => (
          <li key={each.code}>
            <Link to="/place" search={{ code: each.code }} className="row">
              <span>
                {each.name}
                <small className="soft">
                  {t('field:place.openRow', { open: each.open, late: each.late })}
                  {each.vacancies > 0 && t('field:place.vacancies', { count: each.vacancies })}
                </small>
              </span>
              <RightOutline aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
