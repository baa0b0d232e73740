/** A mediation file: how it stands on top, what is missing and next, what may be done at thumb height, and everything in it below. */
import './words.ts'
import '../styles/disputes.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { mayOpen } from '#modules/disputes/rules/sight.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { get } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useReadAbout } from '#web/client/notices.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { keepNow } from '#web/client/remembered.ts'
import { useActor } from '#web/client/session.ts'
import { ErrorBox, Loading, refusalOf } from '#web/ui/states.tsx'
import { Page } from '../page.tsx'
import { usePlace } from '../places/place-file.ts'
import { FileBody } from './file-body.tsx'
import { useCommittees, useTypes } from './register.ts'
import { fileOfEntry } from './unsent-file.ts'

const address = getRouteApi('/disputes/$id')

export function FilePage() {
  const { t } = useTranslation('disputes')
  const { id } = address.useParams()
  const unsent = useUnsent(id)
  useReadAbout(id, 'dispute')
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'file', id],
    queryFn: ({ signal }) => get<DisputeFile>(`/disputes/${id}`, signal),
    enabled: unsent === undefined,
  })
  const actor = useActor()
  // Also whoever has just stepped back: the answer to that still holds the file.
  const isLost = data ? !mayOpen(actor, data.dispute) || isDenied(error) : isDenied(error)
  // Who may no longer open it has no copy of it either.
  useEffect(() => {
    if (isLost) forget(id)
  }, [isLost, id])
  const file = isLost ? undefined : (data ?? unsent)
  return (
    <Page title={file?.typeName ?? t('file')} hasBack>
      {file ? (
        <FileBody file={file} />
      ) : error || isLost ? (
        <ErrorBox error={error ?? refuse('not_found')} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  )
}

const isDenied = (error: unknown) => error !== null && ['not_found', 'not_permitted'].includes(refusalOf(error).refused)

/** The file, the lists that named it, and the pictures that the service worker kept. */
function forget(id: string) {
  cache
    .getQueryCache()
    .find({ queryKey: ['disputes', 'file', id] })
    ?.setState({ data: undefined })
  cache.removeQueries({ queryKey: ['disputes', 'list'] })
  keepNow()
  if ('caches' in globalThis) void caches.delete('photos')
}

/** The file as it was registered here, while it waits for signal. */
function useUnsent(id: string): DisputeFile | undefined {
  const actor = useActor()
  const types = useTypes().data ?? []
  const committees = useCommittees().data ?? []
  const entry = useOutbox().find(({ kind, subject, state }) => kind === 'first' && subject.id === id && state !== 'refused')
  const place = usePlace(entry?.body['place'] as string | undefined)
  return entry && fileOfEntry(entry, actor, { types, committees, placeName: place.data?.place.name ?? '' })
}
