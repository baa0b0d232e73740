/** What came of it: the matter, to be opened; the mediation file, whose keeper may be somebody else, as a word. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function Came({ of: { matterId, disputeId } }: { of: { readonly matterId: string | null; readonly disputeId: string | null } }) {
  const { t } = useTranslation('beats')
  if (!matterId && !disputeId) return null
  return (
    <p className="card-foot">
      {matterId && (
        <Link to="/matters/$id" params={{ id: matterId }} className="button button-quiet">
          {t('field.itsMatter')}
        </Link>
      )}
      {disputeId && <span className="soft">{t('field.itsDispute')}</span>}
    </p>
  )
}
