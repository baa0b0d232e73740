/** A file brought down: exactly what is shown as a spreadsheet, or a document. Who takes it is recorded. */
import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '#web/client/files.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { sayHere } from '../trouble.tsx'

type Props = {
  readonly path: string
  /** What it is called here, when the server gives no name. */
  readonly name: string
  readonly words: string
  /** Said to a screen reader where there is only a sign. */
  readonly label?: string
  /** Said when it is there. */
  readonly done?: string
  readonly isEmpty?: boolean
  readonly isQuiet?: boolean
}

export function Take({ path, name, words, label, done, isEmpty = false, isQuiet = false }: Props) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const take = () => {
    setBusy(true)
    void download(path, name)
      .then(() => message.success(done ?? t('queue.exported')))
      .catch((error: unknown) => message.error(sayHere(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <Button
      type={isQuiet ? 'text' : 'default'}
      size={isQuiet ? 'small' : 'middle'}
      icon={<DownloadOutlined aria-hidden="true" />}
      loading={isBusy}
      {...(label ? { 'aria-label': label, title: label } : {})}
      disabled={isEmpty}
      onClick={take}
    >
      {words}
    </Button>
  )
}
