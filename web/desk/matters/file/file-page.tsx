/** A matter's file: the summary left, what happened in the middle, who, by when and what may be done at the right. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { actions as all } from '#modules/matters/rules/procedure.ts'
import { useReadAbout } from '#web/client/notices.ts'
import { Loading } from '#web/ui/states.tsx'
import { Emergency, Status } from '#web/ui/status.tsx'
import { Link, useAsked, useGo, useNamed } from '../../address.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { useNames } from '../catalogue.ts'
import { Actions, useWhyNot } from './actions.tsx'
import { Clocks } from './clocks.tsx'
import { Contact } from './contact.tsx'
import { useFile } from './file.ts'
import { People } from './people.tsx'
import { Standing } from './standing.tsx'
import { Summary } from './summary.tsx'
import { Timeline } from './timeline.tsx'
import { Watch } from './watch.tsx'

export function FilePage() {
  const { t } = useTranslation(['desk', 'matters'])
  const id = useNamed()
  const names = useNames()
  useReadAbout(id)
  const { data, error, refetch } = useFile(id)
  const title = data ? (names.category(data.row.matter.category) ?? data.row.categoryName) : t('matters:matter')
  return (
    <Page
      isWide
      title={title}
      above={<Link to="/matters">{t('file.back')}</Link>}
      aside={
        data && (
          <p className="tags">
            <Status status={data.row.matter.status} />
            {data.row.matter.isEmergency && <Emergency />}
            <span className="soft unbroken">{t('matters:number', { number: data.row.number })}</span>
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

function File({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['desk', 'matters', 'notices'])
  const { act } = useAsked('/matters/$id')
  const go = useGo()
  /** The address asked for a form once; opened again, it shows the file. */
  const why = useWhyNot(file)
  const [open, setOpen] = useState<Action | undefined>(() => all.find((each) => each === act && !why(each)))
  const openOr = (action: Action | undefined) => {
    setOpen(action)
    if (!action && act) go({ to: '/matters/$id', params: { id: file.row.matter.id }, replace: true })
  }
  return (
    <>
      <Standing file={file} onOpen={openOr} />
      <div className="file">
        <div className="file-summary">
          <Summary file={file} />
        </div>
        <section className="file-timeline panel">
          <h2>{t('matters:fields.timeline')}</h2>
          <Timeline events={file.events} />
        </section>
        <div className="file-side">
          <section className="panel">
            <h2>{t('file.actions')}</h2>
            <Actions file={file} open={open} onOpen={openOr} />
          </section>
          <Clocks file={file} />
          {file.watch && <Watch watch={file.watch} />}
          {file.contact && <Contact id={file.row.matter.id} contact={file.contact} />}
          <People file={file} />
          <p>
            <Link to="/matters/$id/notices" params={{ id: file.row.matter.id }}>
              {t('notices:deliveries.link')}
            </Link>
          </p>
        </div>
      </div>
    </>
  )
}
