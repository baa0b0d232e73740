/** Below a list: how many are shown, more of them, and the keys. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type Props = { readonly shown: string; readonly hasMore: boolean; readonly isBusy: boolean; readonly onMore: () => void }

export function Foot({ shown, hasMore, isBusy, onMore }: Props) {
  const { t } = useTranslation('desk')
  return (
    <p className="list-foot" role="status">
      <span className="soft">{shown}</span>
      {hasMore && (
        <Button loading={isBusy} onClick={onMore}>
          {t('queue.more')}
        </Button>
      )}
      <span className="soft keys">{t('queue.keys')}</span>
    </p>
  )
}
