/** A matter: what and where on top, what may be done at thumb height, what happened below. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { whyNot } from '#modules/matters/rules/procedure.ts'
import { get } from '#web/client/api.ts'
import { useReadAbout } from '#web/client/notices.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { useActor } from '#web/client/session.ts'
import { Deadline } from '#web/ui/deadline.tsx'
import { seatWords } from '#web/ui/seat.ts'
import { ErrorBox, Loading, refusalOf } from '#web/ui/states.tsx'
import { Emergency as EmergencyTag, Status, Tag } from '#web/ui/status.tsx'
import { Page } from '../page.tsx'
import { ActionBar } from './action-bar.tsx'
import { ActionSheet } from './action-sheet.tsx'
import { Contact } from './contact.tsx'
import { type Foreseen, foresee } from './foreseen.ts'
import { MatterFacts } from './matter-facts.tsx'
import { Mediate } from './mediate.tsx'
import { Photos } from './photos.tsx'
import { useCatalogue } from './queue.ts'
import { fileOfRow } from './row-file.ts'
import { Strips } from './strips.tsx'
import { Timeline } from './timeline.tsx'
import { Emergency } from './watch.tsx'

const address = getRouteApi('/matters/$id')

export function MatterPage() {
  const { t } = useTranslation('matters')
  const { id } = address.useParams()
  useReadAbout(id)
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'file', id],
    queryFn: ({ signal }) => get<MatterFile>(`/matters/${id}`, signal),
  })
  const isOffline = error !== null && refusalOf(error).refused === 'offline'
  const known = data ?? (isOffline ? fileOfRow(id) : undefined)
  return (
    <Page title={known?.row.categoryName ?? t('matter')} hasBack>
      {known ? (
        <File file={known} isPartial={!data} />
      ) : error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  )
}

/** "卫庄镇 乡镇干部 王建国", "县住建局". */
export function useSeatName() {
  const { t } = useTranslation('app')
  return (seat: FilledSeat) =>
    [seatWords(seat, seat.placeName), seat.department ? '' : seat.names.join(t('comma'))].filter(Boolean).join(' ')
}

function File({ file, isPartial }: { file: MatterFile; isPartial: boolean }) {
  const { t } = useTranslation(['matters', 'field'])
  const { act } = address.useSearch()
  const navigate = useNavigate({ from: '/matters/$id' })
  const actor = useActor()
  const categories = useCatalogue().data?.categories ?? []
  const seen = foresee(file, useOutbox(), actor, useSeatName(), categories)
  const { matter } = seen
  const given = { at: new Date().toISOString(), reopenDays: file.around.reopenDays }
  const mayTell = !whyNot(matter, 'tellPolice', { as: 'staff', actor }, given)
  const open = (action: typeof act) => void navigate({ search: { act: action }, replace: true })
  return (
    <>
      {(matter.isEmergency || matter.seenBy) && <Emergency matter={matter} watch={file.watch} mayTell={mayTell} onOpen={open} />}
      <Strips file={file} seen={seen} />
      <Head file={file} seen={seen} />
      {isPartial && <p className="page-words soft">{t('field:partial')}</p>}
      <ActionBar file={file} seen={seen} isPartial={isPartial} onOpen={open} />
      {file.contact && <Contact id={file.row.matter.id} contact={file.contact} />}
      <Mediate matter={matter} />
      <MatterFacts file={file} seen={seen} />
      <section className="section">
        <h2>{t('fields.timeline')}</h2>
        <Timeline events={seen.events} />
      </section>
      {act && <ActionSheet key={act} action={act} file={file} seen={seen} onClose={() => open(undefined)} />}
    </>
  )
}

function Head({ file, seen: { matter, events, isPending } }: { file: MatterFile; seen: Foreseen }) {
  const { t } = useTranslation('matters')
  const first = events.find(({ type }) => type === 'reported')
  return (
    <section className="section matter-head">
      <p className="tags">
        <Status status={matter.status} />
        {matter.isEmergency && <EmergencyTag />}
        {isPending && (
          <Tag tone="soon" shape="clock">
            {t('pending')}
          </Tag>
        )}
        {matter.status !== 'suspended' && <Deadline at={matter.dueBy} isExact />}
      </p>
      <p className="matter-words">{matter.words}</p>
      <p className="soft">{file.row.placeName}</p>
      <Photos ids={first?.photos ?? []} />
    </section>
  )
}
