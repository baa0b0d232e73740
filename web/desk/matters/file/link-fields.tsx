/** 并案: find the other report among those in sight, and look at both before they become one. */
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterFile, MatterRow, QueuePage } from '#modules/matters/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Status } from '#web/ui/status.tsx'
import { useNames } from '../catalogue.ts'

const most = 8
const statuses = 'waiting,working,suspended,settled'

/** Before anything is typed: of the same kind in the same village. */
function useCandidates({ row: { matter } }: MatterFile, search: string) {
  const near = { place: matter.place.slice(0, 12), category: matter.category }
  const question = { status: statuses, limit: most + 1, sort: 'newest', ...(search ? { search } : near) }
  return useQuery({
    queryKey: ['matters', 'candidates', matter.id, question],
    queryFn: async ({ signal }) => {
      const { rows } = await get<QueuePage>(`/matters${asked(question)}`, signal)
      return rows.filter((row) => row.matter.id !== matter.id).slice(0, most)
    },
  })
}

type Props = { readonly file: MatterFile; readonly chosen: MatterRow | undefined; readonly onChoose: (row: MatterRow) => void }

export function LinkFields({ file, chosen, onChoose }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 400)
    return () => clearTimeout(timer)
  }, [typed])
  const id = useId()
  const { data, error } = useCandidates(file, search)
  return (
    <>
      <p>{t('act.link.explained')}</p>
      <div className="field">
        <label htmlFor={id}>{t('act.link.search')}</label>
        <Input.Search id={id} allowClear maxLength={50} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <fieldset className="field">
        <legend>{t(search ? 'act.link.main' : 'act.link.near')}</legend>
        {!data && !error && <Loading lines={3} />}
        {data?.length === 0 && <Empty title={t('act.link.none')}>{t('act.link.noneWords')}</Empty>}
        <div className="candidates">
          {data?.map((row) => (
            <label key={row.matter.id} className="candidate">
              <input type="radio" name={`${id}-main`} checked={row.matter.id === chosen?.matter.id} onChange={() => onChoose(row)} />
              <span>
                <span className="clamped">{row.matter.words}</span>
                <small className="soft">
                  <span className="unbroken">{row.number}</span> {row.placeName}
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {chosen && (
        <div className="side-by-side">
          <Report title={t('act.link.this')} row={file.row} />
          <Report title={t('act.link.goesOn')} row={chosen} />
        </div>
      )}
    </>
  )
}

function Report({ title, row }: { title: string; row: MatterRow }) {
  const { t } = useTranslation(['matters', 'app'])
  const names = useNames()
  const { matter } = row
  return (
    <section>
      <h3>{title}</h3>
      <p className="tags">
        <span className="unbroken soft">{row.number}</span>
        <Status status={matter.status} />
      </p>
      <p>
        <strong>{names.category(matter.category) ?? row.categoryName}</strong>
      </p>
      <p className="said">{matter.words}</p>
      <p className="soft">{row.placeName}</p>
      <p className="soft">
        {t('fields.reportedAt')} <DateTime at={matter.reportedAt} />
      </p>
      <p className="soft">
        {t('fields.holder')} {row.holderName}
      </p>
      {row.photos > 0 && <p className="soft">{t('app:pictures.count', { count: row.photos })}</p>}
    </section>
  )
}
