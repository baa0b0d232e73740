/** Every category with its rules, kind by kind: who takes it, how far it climbs, how long each rung has. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Category, rungs } from '#modules/categories/category.ts'
import { rungOf } from '#modules/matters/rules/ladder.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Emergency, Tag } from '#web/ui/status.tsx'
import { lengthWords } from '../length.ts'
import { nameIn, useCatalogue, useNames } from '../matters/catalogue.ts'
import { Trouble } from '../trouble.tsx'
import { CategoryDialog } from './category-dialog.tsx'

export function CategoryTable() {
  const { t } = useTranslation('desk')
  const { data, error, refetch } = useCatalogue()
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<Category>()
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={10} />
  const wanted = search.trim().toLowerCase()
  const kinds = data.categories
    .filter(({ parent }) => parent === null)
    .map((kind) => ({
      kind,
      below: data.categories.filter(
        (each) => each.parent === kind.code && `${each.code} ${each.name} ${each.nameEn} ${kind.name}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ below }) => below.length > 0)
  return (
    <>
      <search className="filters">
        <Input.Search
          className="filter-words"
          aria-label={t('rules.search')}
          placeholder={t('rules.search')}
          allowClear
          maxLength={30}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </search>
      {kinds.length === 0 && <Empty title={t('rules.nothing')} step={{ words: t('filters.clear'), onAct: () => setSearch('') }} />}
      {kinds.map(({ kind, below }) => (
        <Kind key={kind.code} kind={kind} below={below} onOpen={setOpen} />
      ))}
      {open && <CategoryDialog key={open.code} category={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const columns = ['name', 'department', 'ladder', 'limits', 'near'] as const

function Kind({ kind, below, onOpen }: { kind: Category; below: readonly Category[]; onOpen: (category: Category) => void }) {
  const { t } = useTranslation('desk')
  const names = useNames()
  return (
    <section className="kind">
      <h2 id={`kind-${kind.code}`}>{nameIn(kind)}</h2>
      <table className="table table-small rules-table" aria-labelledby={`kind-${kind.code}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`rules.columns.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('rules.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {below.map((each) => (
            <tr key={each.code}>
              <td data-name={t('rules.columns.name')}>
                <strong>{nameIn(each)}</strong>
                <span className="tags">
                  {each.isEmergency && <Emergency />}
                  {each.isRestricted && (
                    <Tag tone="busy" shape="bar">
                      {t('rules.restricted')}
                    </Tag>
                  )}
                  {each.goesAround && (
                    <Tag tone="busy" shape="bar">
                      {t('rules.around')}
                    </Tag>
                  )}
                  <small className="soft">{t(each.isPublic ? 'rules.public' : 'rules.notPublic')}</small>
                </span>
              </td>
              <td data-name={t('rules.columns.department')}>{names.department(each.department) ?? each.department}</td>
              <td data-name={t('rules.columns.ladder')}>
                <Ladder category={each} />
              </td>
              <td data-name={t('rules.columns.limits')}>
                <Lengths category={each} />
              </td>
              <td data-name={t('rules.columns.near')}>{t('rules.near', { metres: each.nearMetres, count: each.nearDays })}</td>
              <td>
                <Button onClick={() => onOpen(each)} aria-label={t('rules.changeOf', { name: nameIn(each) })}>
                  {t('rules.change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The rungs a category uses, lowest first. */
export const rungsOf = ({ ladder }: Pick<Category, 'ladder'>) => {
  const used = ladder.map((role) => rungOf({ role }))
  return rungs.filter((rung) => used.includes(rung))
}

function Ladder({ category }: { category: Category }) {
  const { t } = useTranslation('people')
  return (
    <span className="steps">
      {category.ladder.map((role) => (
        <span key={role}>{t(`roles.${role}`)}</span>
      ))}
    </span>
  )
}

function Lengths({ category }: { category: Category }) {
  const { t } = useTranslation(['desk', 'matters'])
  return (
    <ul className="plain">
      {rungsOf(category).map((rung) => (
        <li key={rung}>
          {t('rules.limit', {
            rung: t(`matters:rungs.${rung}`),
            accept: lengthWords(category.limits[rung].accept),
            settle: lengthWords(category.limits[rung].settle),
          })}
        </li>
      ))}
    </ul>
  )
}
