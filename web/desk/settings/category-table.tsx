/** Every category with its rules, kind by kind: who takes it, how far it climbs, how long each rung has. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Category, ordinaryLadder, type Rung, rungs } from '#modules/categories/category.ts'
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

function Kind({ kind, below, onOpen }: { kind: Category; below: readonly Category[]; onOpen: (category: Category) => void }) {
  const { t } = useTranslation(['desk', 'matters'])
  const names = useNames()
  return (
    <section className="kind">
      <h2 id={`kind-${kind.code}`}>{nameIn(kind)}</h2>
      <table className="table table-small rules-table" aria-labelledby={`kind-${kind.code}`}>
        <thead>
          <tr>
            <th scope="col">{t('rules.columns.name')}</th>
            <th scope="col">{t('rules.columns.department')}</th>
            {rungs.map((rung) => (
              <th key={rung} scope="col" className="rules-limit">
                {t(`matters:rungs.${rung}`)}
              </th>
            ))}
            <th scope="col" className="rules-change">
              <span className="unseen">{t('rules.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {below.map((each) => (
            <tr key={each.code}>
              <td data-name={t('rules.columns.name')}>
                <div>
                  <strong>{nameIn(each)}</strong>
                  <Marks category={each} />
                </div>
              </td>
              <td data-name={t('rules.columns.department')}>
                <div>
                  {names.department(each.department) ?? each.department}
                  <Ladder category={each} />
                </div>
              </td>
              {rungs.map((rung) => (
                <td key={rung} data-name={t(`matters:rungs.${rung}`)} className="rules-limit">
                  <Lengths category={each} rung={rung} />
                </td>
              ))}
              <td className="rules-change">
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

function Marks({ category }: { category: Category }) {
  const { t } = useTranslation('desk')
  const { isEmergency, isRestricted, goesAround, isPublic, nearMetres, nearDays } = category
  return (
    <>
      {(isEmergency || isRestricted || goesAround) && (
        <span className="tags">
          {isEmergency && <Emergency />}
          {isRestricted && (
            <Tag tone="busy" shape="bar">
              {t('rules.restricted')}
            </Tag>
          )}
          {goesAround && (
            <Tag tone="busy" shape="bar">
              {t('rules.around')}
            </Tag>
          )}
        </span>
      )}
      <small className="soft">
        {t(isPublic ? 'rules.public' : 'rules.notPublic')} · {t('rules.near', { metres: nearMetres, count: nearDays })}
      </small>
    </>
  )
}

/** The rungs a category uses, lowest first. */
export const rungsOf = ({ ladder }: Pick<Category, 'ladder'>) => {
  const used = ladder.map((role) => rungOf({ role }))
  return rungs.filter((rung) => used.includes(rung))
}

/** Who is on it, where that is not simply everybody from the lane up: the times beside it show how far it goes. */
function Ladder({ category }: { category: Category }) {
  const { t } = useTranslation(['people', 'desk'])
  if (String(category.ladder) === String(ordinaryLadder)) return <small className="soft">{t('desk:rules.ordinaryLadder')}</small>
  return (
    <small className="steps soft">
      {category.ladder.map((role) => (
        <span key={role}>{t(`roles.${role}`)}</span>
      ))}
    </small>
  )
}

function Lengths({ category, rung }: { category: Category; rung: Rung }) {
  const { t } = useTranslation('desk')
  if (!rungsOf(category).includes(rung)) return <span className="soft">—</span>
  const { accept, settle } = category.limits[rung]
  return (
    <div>
      <small>{t('rules.acceptIn', { length: lengthWords(accept) })}</small>
      <small>{t('rules.settleIn', { length: lengthWords(settle) })}</small>
    </div>
  )
}
