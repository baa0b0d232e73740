import PhoneFill from 'antd-mobile-icons/es/PhoneFill'
import { useTranslation } from 'react-i18next'
import type { PlaceFile } from '#modules/places/wire.ts'

/** Who sits in the seats of a place. A number that is shown whole can be rung with a tap. */
export function SeatList({ file: { place, seats } }: { file: PlaceFile }) {
  const { t } = useTranslation('people')
  return (
    <ul className="rows">
      {seats
        .filter(({ role }) => role !== 'administrator' && role !== 'auditor')
        .flatMap(({ role, department, holders }) => {
          const post = t('post', { place: place.name, role: t(`roles.${role}`) })
          const key = `${role}${department ?? ''}`
          if (holders.length === 0) {
            return [
              <li key={key} className="row">
                <span>
                  <small className="soft">{post}</small>
                  {t('vacant')}
                </span>
              </li>,
            ]
          }
          return holders.map(({ postId, name, phone, insteadOf }) => (
            <li key={postId} className="row">
              <span>
                <small className="soft">
                  {post} {insteadOf && t('insteadOf', { name: insteadOf })}
                </small>
                <strong>{name}</strong> <span className="unbroken">{phone}</span>
              </span>
              {/^\d+$/.test(phone) && (
                <a className="icon-button" href={`tel:${phone}`} aria-label={t('ring', { name })}>
                  <PhoneFill aria-hidden="true" />
                </a>
              )}
            </li>
          ))
        })}
    </ul>
  )
}
