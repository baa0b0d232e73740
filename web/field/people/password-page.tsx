import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { PasswordForm } from './password-form.tsx'

export function PasswordPage() {
  const { t } = useTranslation('field')
  const navigate = useNavigate()
  return (
    <Page title={t('password.title')} hasBack>
      <PasswordForm
        onDone={() => {
          tell(t('password.done'))
          void navigate({ to: '/me' })
        }}
      />
    </Page>
  )
}
