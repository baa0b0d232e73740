/** 我的记录: everything I have written down in a village, by kind, newest first. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type RecordKind, recordKinds } from '#modules/beats/beat.ts'
import { Act } from '#web/ui/act.tsx'
import { Empty, ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { Offers } from '../matters/choice.tsx'
import { Page } from '../page.tsx'
import { RecordCard } from './record-card.tsx'
import { VillageChoice } from './village-choice.tsx'
import { inDays, useForeseen, useNames, useRecords, useVillage, useVillageFile, type Village } from './village-work.ts'

const address = getRouteApi('/beats/records')

export function RecordsPage() {
  const { t } = useTranslation('beats')
  const { village: code, kind, on } = address.useSearch()
  const navigate = address.useNavigate()
  const village = useVillage(code)
  const change = (part: object) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true })
  return (
    <Page title={on ? t('field.recordsOn', { day: inDays(on) }) : t('field.all')} hasBack>
      {!village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(each) => change({ village: each })} />
          <div className="page-words">
            <Offers
              options={recordKinds.map((key) => ({ key, words: t(`kinds.${key}`) }))}
              chosen={kind ?? ''}
              onChoose={(each) => change({ kind: each === kind ? undefined : each })}
            />
          </div>
          <List village={village} kind={kind} on={on} />
        </>
      )}
    </Page>
  )
}

function List({ village, kind, on }: { village: Village; kind: RecordKind | undefined; on: string | undefined }) {
  const { t } = useTranslation(['beats', 'field', 'app'])
  const { data: file } = useVillageFile(village.code)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords({ village: village.code, kind, on })
  const all = useForeseen(data?.pages.flatMap(({ rows }) => rows) ?? [], useNames(file))
  const rows = all.filter(
    ({ record }) => record.village === village.code && (!kind || record.facts.kind === kind) && (!on || record.on === on),
  )
  if (!data && rows.length === 0) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  return (
    <>
      <ul className="cards">
        {rows.map((row) => (
          <RecordCard key={row.record.id} row={row} />
        ))}
      </ul>
      {rows.length === 0 && <Empty title={t('field.noRecords')}>{t('field.noRecordsWords')}</Empty>}
      {hasNextPage && (
        <div className="page-foot">
          <Act isBlock isBusy={isFetchingNextPage} onAct={() => void fetchNextPage()}>
            {t(isFetchingNextPage ? 'app:states.loading' : 'field:list.more')}
          </Act>
        </div>
      )}
    </>
  )
}
