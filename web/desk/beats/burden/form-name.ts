/** What a form is called where people fill it in. */
import { useTranslation } from 'react-i18next'

export function useFormName() {
  const { t } = useTranslation(['beats', 'matters', 'disputes'])
  return (code: string): string => {
    const [of = '', name = ''] = code.split('.')
    const words = t([`desk.burden.forms.${of}_${name}`, of === 'beat' ? `kinds.${name}` : `${of}s:actions.${name}`])
    return t(`desk.burden.of.${of}`, { words })
  }
}
