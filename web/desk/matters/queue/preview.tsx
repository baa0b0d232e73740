/** A row, opened beside the list: enough to decide whether to open the file, and the things that may be done. */
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterRow } from '#modules/matters/reply.ts'
import { Deadline } from '#web/ui/deadline.tsx'
import { Loading } from '#web/ui/states.tsx'
import { Emergency, Status } from '#web/ui/status.tsx'
import { Link } from '../../address.tsx'
import { Photos } from '../../photos/photos.tsx'
import { Trouble } from '../../trouble.tsx'
import { useNames } from '../catalogue.ts'
import { Actions } from '../file/actions.tsx'
import { useFile } from '../file/file.ts'
import { Standing } from '../file/standing.tsx'
import { Timeline } from '../file/timeline.tsx'

/** Milliseconds on a row before its file is fetched: going down the list with J opens no files, and so records none. */
const pause = 350

export function Preview({ row, onClose }: { row: MatterRow; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'app'])
  const [isResting, setResting] = useState(false)
  const [action, setAction] = useState<Action>()
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), pause)
    return () => clearTimeout(timer)
  }, [])
  const { data, error, refetch } = useFile(row.matter.id, isResting)
  const names = useNames()
  const { matter } = data?.row ?? row
  return (
    <aside className="preview" aria-label={t('preview.label')}>
      <header className="preview-head">
        <h2>{names.category(matter.category) ?? row.categoryName}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden="true" />} aria-label={t('app:close')} onClick={onClose} />
      </header>
      <p className="tags">
        <Status status={matter.status} />
        {matter.isEmergency && <Emergency />}
        <Deadline at={matter.dueBy} isExact />
      </p>
      <p className="said">{matter.words}</p>
      <p className="soft">{row.placeName}</p>
      <p>
        <Link to="/matters/$id" params={{ id: matter.id }}>
          {t('preview.open')}
        </Link>
      </p>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data && (
        <>
          <Standing file={data} onOpen={setAction} />
          <Photos ids={data.events[0]?.photos ?? []} />
          <Actions file={data} isShort open={action} onOpen={setAction} />
          <Timeline events={data.events.slice(-4)} />
        </>
      )}
    </aside>
  )
}
