/** A mediation file: the summary left, what was agreed and what happened in the middle, what may be done, the parties, days and papers right. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { actions as all } from '#modules/disputes/rules/procedure.ts'
import { useReadAbout } from '#web/client/notices.ts'
import { Loading } from '#web/ui/states.tsx'
import { Link, useAsked, useGo, useNamed } from '../../address.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Alarm, DisputeStatus } from '../status.tsx'
import { Actions } from './actions.tsx'
import { Agreement } from './agreement.tsx'
import { Clocks } from './clocks.tsx'
import { Dossier } from './dossier.tsx'
import { type Opening, useDispute, useWhyNot } from './file.ts'
import { Openings } from './openings.tsx'
import { Parties } from './parties.tsx'
import { Standing } from './standing.tsx'
import { Summary } from './summary.tsx'
import { Timeline } from './timeline.tsx'

export function DisputeFilePage() {
  const { t } = useTranslation('disputes')
  const id = useNamed()
  const { data, error, refetch } = useDispute(id)
  useReadAbout(id, 'dispute')
  return (
    <Page
      isWide
      title={data ? data.title : t('file')}
      above={<Link to="/disputes">{t('desk.back')}</Link>}
      aside={
        data && (
          <p className="tags">
            <DisputeStatus status={data.dispute.status} />
            <Alarm dispute={data.dispute} />
            <span className="soft unbroken">{data.number}</span>
          </p>
        )
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && <File key={id} file={data} />}
    </Page>
  )
}

function File({ file }: { file: DisputeFile }) {
  const { t } = useTranslation(['disputes', 'desk', 'matters'])
  const { act } = useAsked('/disputes/$id')
  const go = useGo()
  const why = useWhyNot(file)
  /** The address asked for a form once; opened again, it shows the file. */
  const [open, setOpen] = useState<Opening | undefined>(() => {
    const action = all.find((each) => each === act && !why(each))
    return action && { action }
  })
  const openOr = (opening: Opening | undefined) => {
    setOpen(opening)
    if (!opening && act) go({ to: '/disputes/$id', params: { id: file.dispute.id }, replace: true })
  }
  return (
    <>
      <Standing file={file} onOpen={openOr} />
      <div className="file">
        <div className="file-summary">
          <Summary file={file} />
        </div>
        <div className="file-timeline file-middle">
          <Agreement file={file} onOpen={openOr} />
          <section className="panel">
            <h2>{t('matters:fields.timeline')}</h2>
            <Timeline file={file} />
          </section>
        </div>
        <div className="file-side">
          <section className="panel">
            <h2>{t('desk:file.actions')}</h2>
            <Actions file={file} open={open} onOpen={openOr} />
          </section>
          <Parties file={file} onOpen={openOr} />
          <Clocks file={file} />
          <Dossier file={file} onOpen={openOr} />
          {file.openings && <Openings openings={file.openings} />}
        </div>
      </div>
    </>
  )
}
