/** Money in yuan, as it is written on paper: "12,500 元". */
import { useTranslation } from 'react-i18next'

export const amountOf = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })

export function Yuan({ fen }: { fen: number | null }) {
  const { t } = useTranslation('disputes')
  return fen === null ? <span className="soft">—</span> : <span className="unbroken">{t('desk.yuan', { amount: amountOf(fen) })}</span>
}
