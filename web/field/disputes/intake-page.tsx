/** 登记: a new file on one screen, also from a matter, whose words, place, day and reporter are there already. */
import './words.ts'
import '../styles/disputes.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginIntake, fromMatter, type Intake } from '#modules/disputes/intake.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { get, mint, post } from '#web/client/api.ts'
import { useActor, useMay } from '#web/client/session.ts'
import { ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { disputeFrom } from '../beats/origin.ts'
import { fileOfRow } from '../matters/row-file.ts'
import { Page } from '../page.tsx'
import { IntakeForm } from './intake-form.tsx'

const address = getRouteApi('/disputes/new')

export function IntakePage() {
  const { t } = useTranslation('disputes')
  const { matter, from } = address.useSearch()
  const mayOpen = useMay('dispute.open')
  return (
    <Page title={t(matter ? 'field.intake.fromMatter' : 'field.intake.title')} hasBack={(matter ?? from) !== undefined}>
      {!mayOpen ? <Forbidden /> : matter ? <FromMatter id={matter} /> : <Fresh from={from} />}
    </Page>
  )
}

const begin = () => beginIntake(new Date().toISOString(), [mint(), mint(), mint()])

/** `from`: something of the work in a village, from which it comes; its form was begun there. */
function Fresh({ from }: { from: string | undefined }) {
  const start = useMemo(begin, [])
  return from ? (
    <IntakeForm key={from} draft={disputeFrom(from)} start={start} page={`/disputes/new?from=${from}`} from={from} />
  ) : (
    <IntakeForm draft="dispute/new" start={start} page="/disputes/new" />
  )
}

type Reporter = { readonly name: string | null; readonly phone: string | null }

/** Who reported it is asked for when the form opens: it is the applicant, and the look is recorded with its reason. */
function useReporter(file: MatterFile | undefined): { readonly isReady: boolean; readonly reporter: Reporter | undefined } {
  const { t } = useTranslation('disputes')
  const mayLook = useMay('matter.contact')
  const id = file?.row.matter.id
  const isThere = Boolean(file?.contact?.name || file?.contact?.phone) && mayLook
  const [answer, setAnswer] = useState<Reporter | 'none'>()
  const reason = t('field.intake.contactReason')
  useEffect(() => {
    if (!id || !isThere) return
    let isHere = true
    post<Reporter>(`/matters/${id}/contact`, { reason }).then(
      (found) => isHere && setAnswer(found),
      () => isHere && setAnswer('none'),
    )
    return () => {
      isHere = false
    }
  }, [id, isThere, reason])
  return { isReady: file !== undefined && (!isThere || answer !== undefined), reporter: answer === 'none' ? undefined : answer }
}

function FromMatter({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'file', id],
    queryFn: ({ signal }) => get<MatterFile>(`/matters/${id}`, signal),
  })
  const isOffline = error !== null && refusalOf(error).refused === 'offline'
  const file = data ?? (isOffline ? fileOfRow(id) : undefined)
  const { isReady, reporter } = useReporter(file)
  if (!file) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />
  if (!isReady) return <Loading lines={8} />
  return <Prefilled file={file} reporter={reporter} />
}

function Prefilled({ file, reporter }: { file: MatterFile; reporter: Reporter | undefined }) {
  const actor = useActor()
  const { matter, placeName } = file.row
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form begins once; what changes on the server meanwhile does not change what is typed
  const start: Intake = useMemo(() => fromMatter(begin(), matter, placeName, reporter), [matter.id, actor.id])
  return <IntakeForm draft={`dispute/new/${matter.id}`} start={start} page={`/disputes/new?matter=${matter.id}`} number={file.row.number} />
}
