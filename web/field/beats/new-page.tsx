/** Writing one thing down: a visit, a meeting, a day. One screen each; what is typed is on the phone as it is typed. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type RecordKind, recordKinds } from '#modules/beats/beat.ts'
import type { RecordRow } from '#modules/beats/reply.ts'
import { cache } from '#web/client/cache.ts'
import { Empty, Forbidden, Loading } from '#web/ui/states.tsx'
import { Page } from '../page.tsx'
import type { Foreseen } from './foreseen.ts'
import { RecordForm } from './record-form.tsx'
import { useForeseen, useNames, useRecent, useVillage, useVillageFile, type Village } from './village-work.ts'

const address = getRouteApi('/beats/new')

export function NewPage() {
  const { t } = useTranslation('beats')
  const { village: code, kind: asked, record } = address.useSearch()
  const village = useVillage(code)
  const kind: RecordKind = recordKinds.find((each) => each === asked) ?? 'visit'
  return (
    <Page title={t(record ? 'field.amendTitle' : `field.add.${kind}`)} hasBack>
      {!village ? (
        <Forbidden />
      ) : record ? (
        <Amending key={record} village={village} kind={kind} id={record} />
      ) : (
        <Fresh key={kind} village={village} kind={kind} />
      )}
    </Page>
  )
}

function Fresh({ village, kind }: { village: Village; kind: RecordKind }) {
  const navigate = address.useNavigate()
  return (
    <RecordForm
      kind={kind}
      village={village}
      onVillage={(code) => void navigate({ search: (now) => ({ ...now, village: code }), replace: true })}
    />
  )
}

/** A record that is put right is one that some list on this phone has. */
function useKnown(id: string, village: Village): { readonly row: Foreseen | undefined; readonly isLooking: boolean } {
  const { data: file } = useVillageFile(village.code)
  const recent = useRecent(village.code)
  const lists = cache
    .getQueriesData<{ rows?: RecordRow[]; pages?: { rows: RecordRow[] }[] }>({ queryKey: ['beats', 'records'] })
    .flatMap(([, data]) => data?.rows ?? data?.pages?.flatMap(({ rows }) => rows) ?? [])
  const rows = useForeseen(lists, useNames(file))
  return { row: rows.find(({ record }) => record.id === id), isLooking: recent.isPending && !recent.error }
}

function Amending({ village, kind, id }: { village: Village; kind: RecordKind; id: string }) {
  const { t } = useTranslation('beats')
  const { row, isLooking } = useKnown(id, village)
  if (!row) return isLooking ? <Loading lines={8} /> : <Empty title={t('field.gone')} />
  return <RecordForm kind={kind} village={village} record={row.record} />
}
