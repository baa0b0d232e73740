/** 人员: everybody with a post in my places. */
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roleNames } from '#modules/people/role.ts'
import type { PersonView } from '#modules/people/wire.ts'
import { useMay } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Link, useAsked, useGo } from '../address.tsx'
import { Page } from '../page.tsx'
import { PlaceSelect } from '../places/place-select.tsx'
import { Trouble } from '../trouble.tsx'
import { isStanding, type PeopleSearch, usePeople } from './people.ts'

export function PeoplePage() {
  const { t } = useTranslation(['desk', 'people', 'disputes'])
  const search = useAsked('/people')
  const go = useGo()
  const mayGrant = useMay('post.grant')
  const change = (part: PeopleSearch) => go({ to: '/people', search: { ...search, ...part }, replace: true })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(search)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page
      isWide
      title={t('people.title')}
      aside={
        <>
          <Link to="/committees" className="button">
            {t('disputes:desk.committees.title')}
          </Link>
          {mayGrant && (
            <Link to="/people/new" className="button button-primary">
              {t('people.add')}
            </Link>
          )}
        </>
      }
    >
      <search className="filters">
        <Name value={search.search ?? ''} onChange={(words) => change({ search: words || undefined })} />
        <PlaceSelect
          className="filter filter-place"
          label={t('people.place')}
          placeholder={t('people.place')}
          value={search.place}
          onChange={(place) => change({ place })}
        />
        <Select
          className="filter"
          allowClear
          aria-label={t('people.role')}
          placeholder={t('people.role')}
          value={search.role}
          options={roleNames.map((role) => ({ value: role, label: t(`people:roles.${role}`) }))}
          onChange={(role?: string) => change({ role })}
        />
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && (
        <Empty title={t('people.nobody')} step={{ words: t('filters.clear'), onAct: () => go({ to: '/people' }) }}>
          {t('people.nobodyWords')}
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.phone')}</th>
                <th scope="col">{t('people.posts')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((person) => (
                <Row key={person.id} person={person} />
              ))}
            </tbody>
          </table>
          <p className="list-foot" role="status">
            <span className="soft">{t(hasNextPage ? 'queue.shown' : 'queue.shownAll', { count: rows.length })}</span>
            {hasNextPage && (
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('queue.more')}
              </Button>
            )}
          </p>
        </>
      )}
    </Page>
  )
}

function Row({ person }: { person: PersonView }) {
  const { t } = useTranslation(['desk', 'people'])
  const posts = person.posts.filter(isStanding)
  return (
    <tr>
      <td data-name={t('people.name')} className="unbroken">
        <Link to="/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
      </td>
      <td data-name={t('people.phone')} className="unbroken">
        {person.phone}
      </td>
      <td data-name={t('people.posts')}>
        {posts.length === 0 && <span className="soft">{t('people.noPosts')}</span>}
        {posts
          .map((post) => t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) }))
          .join(t('app:comma'))}
      </td>
    </tr>
  )
}

function Name({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { t } = useTranslation('desk')
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <Input.Search
      className="filter filter-words"
      aria-label={t('people.search')}
      placeholder={t('people.search')}
      allowClear
      maxLength={30}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(words) => onChange(words.trim())}
    />
  )
}
