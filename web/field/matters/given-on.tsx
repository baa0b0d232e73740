/** A report on the restricted path: its reporter does not see it again, so what became of it is said once, with its number. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Filed } from '#modules/matters/reply.ts'
import { Act } from '#web/ui/act.tsx'
import { Sheet } from '../sheet.tsx'
import { givenOnWords } from './send.ts'

export function GivenOn({ filed }: { filed: Filed }) {
  const { t } = useTranslation('field')
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '/' })
  return (
    <Sheet title={t('report.givenOnTitle')} onClose={leave}>
      <p>{givenOnWords(filed)}</p>
      <p>{t('report.givenOnWords')}</p>
      <Act kind="primary" isBlock onAct={leave}>
        {t('report.understood')}
      </Act>
    </Sheet>
  )
}
