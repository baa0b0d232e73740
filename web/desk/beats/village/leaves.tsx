/** Days away, with who stands in. Windows of duties are cut by them. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VillageFile } from '#modules/beats/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { remove } from '#web/client/api.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../../attempt.ts'
import { useDayWords } from '../../disputes/due.tsx'
import { sayHere } from '../../trouble.tsx'
import { villageChanged } from '../villages.ts'

export function Leaves({ of: { leaves }, mayEnd }: { of: VillageFile; mayEnd: boolean }) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const { modal, message } = App.useApp()
  const today = dayOf(useNow())
  const { isBusy, refusal, attempt } = useAttempt()
  const drop = (leave: VillageFile['leaves'][number]) =>
    void modal.confirm({
      title: t('desk.leave.dropTitle', { name: leave.name ?? '' }),
      content: t('desk.leave.dropWords'),
      okText: t('desk.leave.drop'),
      onOk: () =>
        attempt(async () => {
          await remove(`/beats/leaves/${leave.id}`)
          villageChanged()
          void message.success(t('desk.leave.dropped'))
        }),
    })
  return (
    <>
      {leaves.length === 0 && <p className="soft">{t('desk.leave.none')}</p>}
      {refusal && <p className="warning">{sayHere(refusal)}</p>}
      <ul className="lines">
        {leaves.map((leave) => (
          <li key={leave.id} className="line">
            <span>
              {leave.name}{' '}
              {leave.from === leave.to ? words(leave.from) : t('desk.duties.fromTo', { from: words(leave.from), to: words(leave.to) })}
              <small className="soft">
                {leave.substituteName ? t('desk.leave.by', { name: leave.substituteName }) : t('desk.leave.nobody')}
              </small>
            </span>
            {mayEnd && leave.to >= today && (
              <Button type="link" loading={isBusy} onClick={() => drop(leave)}>
                {t('desk.leave.drop')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
