/** Exactly what is shown, as a spreadsheet: the same question and the same columns. Who takes it is recorded. */
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#modules/matters/wire.ts'
import { asked } from '#web/client/api.ts'
import { refusalOf } from '#web/ui/states.tsx'
import type { QueueSearch } from '../../address.tsx'
import { download } from '../../raw.ts'
import { sayHere } from '../../trouble.tsx'
import { question } from './queue.ts'

type Props = { readonly search: QueueSearch; readonly columns: readonly Column[]; readonly isEmpty: boolean }

export function Export({ search, columns, isEmpty }: Props) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const take = () => {
    setBusy(true)
    void download(`/matters/export${asked({ ...question(search), columns })}`, 'matters.xlsx')
      .then(() => message.success(t('queue.exported')))
      .catch((error: unknown) => message.error(sayHere(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <Button icon={<DownloadOutlined aria-hidden="true" />} loading={isBusy} disabled={isEmpty} onClick={take}>
      {t('queue.export')}
    </Button>
  )
}
