/** 通知: everything this person was told, newest first. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useInbox } from '#web/client/notices.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Page } from '../page.tsx'
import { Trouble } from '../trouble.tsx'
import { NoticeLine } from './notice-line.tsx'
import { ReadAll } from './read-all.tsx'

export function InboxPage() {
  const { t } = useTranslation(['notices', 'desk'])
  const { rows, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInbox()
  return (
    <Page title={t('inbox.title')} aside={<ReadAll />}>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <Empty title={t('inbox.empty')}>{t('inbox.emptyWords')}</Empty>}
      {rows.length > 0 && (
        <>
          <ul className="notice-lines panel">
            {rows.map((row) => (
              <NoticeLine key={row.id} row={row} />
            ))}
          </ul>
          {hasNextPage && (
            <p className="list-foot">
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('desk:queue.more')}
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  )
}
