/** One small form in front of the page. Esc closes it; what was refused is said above the buttons. */
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { sayHere } from './trouble.tsx'

type Props = {
  readonly title: string
  readonly send: string
  readonly onSend: () => void
  readonly onClose: () => void
  readonly isBusy?: boolean
  readonly isDanger?: boolean
  readonly isWide?: boolean
  /** There is nothing to send any more; the refusal says why. */
  readonly isBlocked?: boolean
  readonly refusal?: Refusal | undefined
  readonly known?: Refusal['facts']
  /** A sentence of the form's own: something is still missing. */
  readonly trouble?: string | undefined
  readonly children: ReactNode
}

export function Dialog({
  title,
  send,
  onSend,
  onClose,
  isBusy = false,
  isDanger = false,
  isWide = false,
  isBlocked = false,
  refusal,
  known,
  trouble,
  children,
}: Props) {
  const { t } = useTranslation('app')
  return (
    <Modal
      open
      title={title}
      okText={send}
      cancelText={t('cancel')}
      onOk={onSend}
      onCancel={onClose}
      confirmLoading={isBusy}
      okButtonProps={{ danger: isDanger, disabled: isBlocked }}
      mask={{ closable: false }}
      width={isWide ? 820 : 560}
    >
      <div className="form">
        {children}
        <div aria-live="assertive">
          {(refusal || trouble) && <p className="warning">{trouble ?? (refusal && sayHere(refusal, known))}</p>}
        </div>
      </div>
    </Modal>
  )
}
