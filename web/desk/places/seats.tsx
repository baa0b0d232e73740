/** The chairs of a place and who sits in them; an administrator can fill an empty one. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { PlaceName, PlaceSeat } from '#modules/places/wire.ts'
import { useMay } from '#web/client/session.ts'
import { Tag } from '#web/ui/status.tsx'
import { Link } from '../address.tsx'
import { useNames } from '../matters/catalogue.ts'
import { FillSeat } from '../people/fill-seat.tsx'

type Props = { readonly place: PlaceName; readonly seats: readonly PlaceSeat[] }

/** Posts that are not handed out from the tree: departments have names of their own, powers apart have their own page. */
const elsewhere = ['department_officer', 'administrator', 'auditor', 'centre_officer']

export function Seats({ place, seats }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const mayGrant = useMay('post.grant')
  const names = useNames()
  const [filling, setFilling] = useState<string>()
  return (
    <>
      <ul className="lines">
        {seats.map(({ role, department, holders }) => (
          <li key={`${role} ${department}`} className="line">
            <span>
              <strong>{department ? (names.department(department) ?? department) : t(`people:roles.${role}`)}</strong>
              {holders.length === 0 && !elsewhere.includes(role) && (
                <Tag tone="soon" shape="ring">
                  {t('people:vacant')}
                </Tag>
              )}
              {holders.map((holder) => (
                <span key={holder.postId} className="holder">
                  <Link to="/people/$id" params={{ id: holder.personId }}>
                    {holder.name}
                  </Link>
                  <span className="soft unbroken">{holder.phone}</span>
                  {holder.insteadOf && <span className="soft">{t('people:insteadOf', { name: holder.insteadOf })}</span>}
                  <small className="soft unbroken">{t('people:since', { at: holder.since })}</small>
                </span>
              ))}
            </span>
            {mayGrant && !elsewhere.includes(role) && (
              <Button onClick={() => setFilling(role)}>{t(holders.length === 0 ? 'places.fill' : 'places.add')}</Button>
            )}
          </li>
        ))}
      </ul>
      {filling && (
        <FillSeat role={filling as Role} place={place.code as PlaceCode} placeName={place.name} onClose={() => setFilling(undefined)} />
      )}
    </>
  )
}
