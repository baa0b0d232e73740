/** Who opened the file and when: for the committee's head, so that nobody looks unseen. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { DateTime } from '#web/ui/deadline.tsx'

const few = 8

export function Openings({ openings }: { openings: NonNullable<DisputeFile['openings']> }) {
  const { t } = useTranslation('disputes')
  const [isAll, setAll] = useState(false)
  const shown = isAll ? openings : openings.slice(0, few)
  return (
    <section className="panel">
      <h2>{t('desk.openings.title')}</h2>
      <p className="soft">{t('desk.openings.words')}</p>
      {openings.length === 0 && <p className="soft">{t('desk.openings.none')}</p>}
      <ul className="ladder">
        {shown.map(({ at, byName }) => (
          <li key={`${at}${byName}`}>
            <strong>{byName}</strong>
            <span className="soft">
              <DateTime at={at} />
            </span>
          </li>
        ))}
      </ul>
      {openings.length > shown.length && <Button onClick={() => setAll(true)}>{t('desk.openings.all', { count: openings.length })}</Button>}
    </section>
  )
}
