/** 全部已读; only while something is unread. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnread } from '#web/client/live.ts'
import { markRead } from '#web/client/notices.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { sayHere } from '../trouble.tsx'

export function ReadAll() {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const unread = useUnread() ?? 0
  const [isBusy, setBusy] = useState(false)
  if (unread === 0) return null
  const readAll = () => {
    setBusy(true)
    void markRead({ all: true })
      .catch((error: unknown) => message.error(sayHere(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <Button loading={isBusy} onClick={readAll}>
      {t('inbox.readAll')}
    </Button>
  )
}
