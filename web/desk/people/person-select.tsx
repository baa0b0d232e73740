/** Somebody, by a part of their name or their whole number. */
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#modules/people/wire.ts'
import { isStanding, usePeopleSearch } from './people.ts'

type Props = {
  readonly id: string
  readonly value: PersonView | undefined
  readonly not?: string
  readonly onChange: (person: PersonView | undefined) => void
}

export function PersonSelect({ id, value, not, onChange }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const [search, setSearch] = useState('')
  const { data, isFetching } = usePeopleSearch(search)
  const rows = data?.rows.filter((person) => person.id !== not) ?? []
  const wordsOf = (person: PersonView) => {
    const post = person.posts.find(isStanding)
    const seat = post && t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })
    return [person.name, person.phone, seat].filter(Boolean).join(' · ')
  }
  const shown = value && !rows.some((person) => person.id === value.id) ? [value, ...rows] : rows
  return (
    <Select
      id={id}
      className="wide"
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={isFetching}
      placeholder={t('person.chooseHow')}
      notFoundContent={search.trim() ? t('person.nobody') : t('person.type')}
      value={value?.id}
      options={shown.map((person) => ({ value: person.id, label: wordsOf(person) }))}
      onChange={(chosen?: string) => onChange(shown.find((person) => person.id === chosen))}
    />
  )
}
