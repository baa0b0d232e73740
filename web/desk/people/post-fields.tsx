/** A post: the role, the place, and for a department's officer the department. */
import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { type Role, roleNames, roles } from '#modules/people/role.ts'
import { levelOf } from '#modules/places/place.ts'
import { useMe } from '#web/client/session.ts'
import { nameIn, useCatalogue } from '../matters/catalogue.ts'
import { PlaceSelect } from '../places/place-select.tsx'

export type PostDraft = { readonly role: Role | ''; readonly place: string; readonly department: string }

export const blankPost: PostDraft = { role: '', place: '', department: '' }

export const isCountyRole = (role: Role | ''): boolean => role !== '' && roles[role].level === 'county'

/** The first thing still missing or wrong, by its name in the catalogue. */
export function missingIn({ role, place, department }: PostDraft): 'role' | 'place' | 'department' | 'level' | undefined {
  if (!role) return 'role'
  if (!place) return 'place'
  if (levelOf(place as PlaceCode) !== roles[role].level) return 'level'
  return role === 'department_officer' && !department ? 'department' : undefined
}

export function PostFields({ value, onChange }: { value: PostDraft; onChange: (post: PostDraft) => void }) {
  const { t } = useTranslation(['desk', 'people', 'places'])
  const { county } = useMe()
  const { data } = useCatalogue()
  const [role, place, department] = [useId(), useId(), useId()]
  return (
    <>
      <div className="field">
        <label htmlFor={role}>{t('post.role')}</label>
        <Select
          id={role}
          className="wide"
          placeholder={t('post.choose')}
          value={value.role || undefined}
          options={roleNames.map((each) => ({ value: each, label: t(`people:roles.${each}`) }))}
          onChange={(chosen: Role) => onChange({ role: chosen, place: isCountyRole(chosen) ? county.code : value.place, department: '' })}
        />
      </div>
      {value.role && !isCountyRole(value.role) && (
        <div className="field">
          <label htmlFor={place}>{t('post.place')}</label>
          <PlaceSelect
            id={place}
            label={t('post.place')}
            placeholder={t('post.placeOf', { level: t(`places:levels.${roles[value.role].level}`) })}
            value={value.place || undefined}
            onChange={(code) => onChange({ ...value, place: code ?? '' })}
          />
        </div>
      )}
      {value.role === 'department_officer' && (
        <div className="field">
          <label htmlFor={department}>{t('post.department')}</label>
          <Select
            id={department}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('post.choose')}
            value={value.department || undefined}
            options={data?.departments.map((each) => ({ value: each.code, label: nameIn(each) })) ?? []}
            onChange={(chosen: string) => onChange({ ...value, department: chosen })}
          />
        </div>
      )}
    </>
  )
}
