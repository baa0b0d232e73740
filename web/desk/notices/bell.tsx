/** The bell beside the mark: how many are unread, and behind it the last ten. */
import BellOutlined from '@ant-design/icons/BellOutlined'
import { Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnread } from '#web/client/live.ts'
import { shortCount } from '#web/client/live-rules.ts'
import { useNewest } from '#web/client/notices.ts'
import { Loading } from '#web/ui/states.tsx'
import { Link } from '../address.tsx'
import { Trouble } from '../trouble.tsx'
import { NoticeLine } from './notice-line.tsx'
import { ReadAll } from './read-all.tsx'

export function Bell() {
  const { t } = useTranslation('notices')
  const unread = useUnread() ?? 0
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      rootClassName="newest-box"
      content={<Newest onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="bell"
        aria-expanded={isOpen}
        aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.label')}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        <BellOutlined aria-hidden="true" />
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {shortCount(unread)}
          </span>
        )}
      </button>
    </Popover>
  )
}

const last = 10

function Newest({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notices')
  const { data, error, refetch } = useNewest(last)
  return (
    <section className="newest" aria-label={t('inbox.title')}>
      <header className="newest-head">
        <strong>{t('inbox.title')}</strong>
        <ReadAll />
      </header>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data?.rows.length === 0 && <p className="soft">{t('inbox.empty')}</p>}
      <ul className="notice-lines">
        {data?.rows.map((row) => (
          <NoticeLine key={row.id} row={row} onOpen={onClose} />
        ))}
      </ul>
      <Link to="/notices" onClick={onClose}>
        {t('inbox.all')}
      </Link>
    </section>
  )
}
