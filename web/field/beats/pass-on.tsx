/** 转办: what was met with becomes a matter or a mediation file, for whoever may begin one. */
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { type Start, usePassOn } from './follow.ts'

export function PassOn({ start }: { start: Start }) {
  const passOn = usePassOn()
  return <Onward onMatter={() => void passOn.toMatter(start)} onDispute={() => void passOn.toDispute(start)} isBlock />
}

type OnwardProps = { readonly onMatter: () => void; readonly onDispute: () => void; readonly isBusy?: boolean; readonly isBlock?: boolean }

/** The two ways on, each for who may go it. */
export function Onward({ onMatter, onDispute, ...look }: OnwardProps) {
  const { t } = useTranslation('beats')
  const mayReport = useMay('matter.report')
  const mayOpen = useMay('dispute.open')
  return (
    <>
      {mayReport && (
        <Act {...look} onAct={onMatter}>
          {t('field.toMatter')}
        </Act>
      )}
      {mayOpen && (
        <Act {...look} onAct={onDispute}>
          {t('field.toDispute')}
        </Act>
      )}
    </>
  )
}
