/** Group robots, each with the place it hears of. Where a robot is reached is entered and not shown again. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RobotView } from '#modules/notices/wire.ts'
import { get, remove } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { Trouble } from '../trouble.tsx'
import { RobotDialog } from './robot-dialog.tsx'

export const robotsKey = ['notices', 'robots']

export function Robots() {
  const { t } = useTranslation('notices')
  const [open, setOpen] = useState<RobotView | 'new'>()
  const [leaving, setLeaving] = useState<RobotView>()
  const { data, error, refetch } = useQuery({
    queryKey: robotsKey,
    queryFn: ({ signal }) => get<RobotView[]>('/notices/robots', signal),
    staleTime: 0,
  })
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('robots.title')}</h2>
        <Button onClick={() => setOpen('new')}>{t('robots.add')}</Button>
      </div>
      <p className="soft">{t('robots.words')}</p>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={3} />}
      {data?.length === 0 && <Empty title={t('robots.none')}>{t('robots.noneWords')}</Empty>}
      <ul className="lines">
        {data?.map((robot) => (
          <li key={robot.id} className="line">
            <span className="text-line">
              <strong className="broken">{robot.name}</strong>
              <small className="soft">
                {t(`channels.${robot.channel}`)} · {robot.placeName} · {t(robot.isOn ? 'robots.on' : 'robots.off')}
              </small>
            </span>
            <span className="inline">
              <Button onClick={() => setOpen(robot)} aria-label={t('robots.changeOf', { name: robot.name })}>
                {t('robots.change')}
              </Button>
              <Button danger onClick={() => setLeaving(robot)}>
                {t('robots.drop')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open && <RobotDialog {...(open === 'new' ? {} : { robot: open })} onClose={() => setOpen(undefined)} />}
      {leaving && <Drop robot={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  )
}

function Drop({ robot: { id, name }, onClose }: { robot: RobotView; onClose: () => void }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const { isBusy, refusal, attempt } = useAttempt()
  const drop = () =>
    void attempt(async () => {
      await remove(`/notices/robots/${id}`)
      await cache.invalidateQueries({ queryKey: robotsKey })
      void message.success(t('robots.dropped'))
      onClose()
    })
  return (
    <Dialog
      title={t('robots.dropTitle', { name })}
      send={t('robots.drop')}
      onSend={drop}
      onClose={onClose}
      isBusy={isBusy}
      isDanger
      refusal={refusal}
    >
      <p>{t('robots.dropWords')}</p>
    </Dialog>
  )
}
