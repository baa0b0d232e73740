import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Around } from '#modules/disputes/rules/procedure.ts'
import type { Speech } from '#modules/disputes/telling.ts'
import { useOutbox } from '#web/client/outbox.ts'
import { useActor } from '#web/client/session.ts'
import { ActionBar } from './action-bar.tsx'
import { ActionSheet } from './action-sheet.tsx'
import { AgreementSection } from './agreement-section.tsx'
import { Dossier } from './dossier.tsx'
import { type Foreseen, foresee } from './foreseen.ts'
import { Head } from './head.tsx'
import { speechOf } from './names.ts'
import { NextSteps } from './next-steps.tsx'
import { Parties } from './parties.tsx'
import { Papers, Revisits, Sessions } from './records.tsx'
import { stepsOf } from './steps.ts'
import { Openings, Timeline } from './timeline.tsx'

/** About whom or what an action is begun. */
export type About = { readonly party?: string | undefined; readonly term?: string | undefined }
export type Open = (action: Action, about?: About) => void

/** What every part of the page is given: the file, what it will be, its names, now. */
export type Seen = {
  readonly file: DisputeFile
  readonly seen: Foreseen
  readonly speech: Speech
  readonly around: Around
  readonly onOpen: Open
}

const address = getRouteApi('/disputes/$id')

export function FileBody({ file }: { file: DisputeFile }) {
  const { t } = useTranslation('disputes')
  const { act, party, term } = address.useSearch()
  const navigate = address.useNavigate()
  const actor = useActor()
  const seen = foresee(file, useOutbox(), actor)
  const { dispute, identities } = seen
  const speech = useMemo(() => speechOf(file, identities), [file, identities])
  const around: Around = { ...file.around, at: new Date().toISOString() }
  const open: Open = (action, about = {}) => void navigate({ search: { act: action, ...about }, replace: true })
  const shared: Seen = { file, seen, speech, around, onOpen: open }
  const steps = stepsOf(dispute, actor, around)
  return (
    <>
      <Head {...shared} />
      <NextSteps {...shared} steps={steps} />
      <ActionBar {...shared} steps={steps} />
      <Parties {...shared} />
      <AgreementSection {...shared} />
      <Sessions {...shared} />
      <Papers {...shared} />
      <Revisits {...shared} />
      <Dossier {...shared} />
      {file.openings && <Openings openings={file.openings} />}
      <section className="section">
        <h2>{t('field.sections.timeline')}</h2>
        <Timeline {...shared} />
      </section>
      {act && (
        <ActionSheet
          key={`${act} ${party ?? ''} ${term ?? ''}`}
          {...shared}
          action={act}
          about={{ party, term }}
          onClose={() => void navigate({ search: {}, replace: true })}
        />
      )}
    </>
  )
}
