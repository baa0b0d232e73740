/** A text with its gaps by their names: 〔地点〕有紧急事项. What is already filled stands as it is. */
import { useTranslation } from 'react-i18next'
import { piecesOf } from './routing.ts'

export function Gapped({ text }: { text: string }) {
  const { t } = useTranslation('notices')
  return piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : 'wrong' in piece ? `{${piece.wrong}}` : `〔${t(`gaps.${piece.gap}`)}〕`))
    .join('')
}
