/** The bell in the header of the work list, with how many are unread. */
import { Link } from '@tanstack/react-router'
import BellOutline from 'antd-mobile-icons/es/BellOutline'
import { useTranslation } from 'react-i18next'
import { useUnread } from '#web/client/live.ts'
import { shortCount } from '#web/client/live-rules.ts'

export function Bell() {
  const { t } = useTranslation('notices')
  const unread = useUnread() ?? 0
  return (
    <Link to="/notices" className="icon-button bell" aria-label={unread > 0 ? t('bell.unread', { count: unread }) : t('bell.label')}>
      <BellOutline aria-hidden="true" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {shortCount(unread)}
        </span>
      )}
    </Link>
  )
}
