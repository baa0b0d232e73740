/** "12/24 户": how many households were seen, of how many. More than are registered is said, not shown as a part of the whole. */
import { useTranslation } from 'react-i18next'

export function Seen({ visited, households }: { visited: number; households: number }) {
  const { t } = useTranslation('beats')
  return (
    <span className="unbroken">
      {t(visited > households ? 'desk.villages.visitedMore' : 'desk.villages.visited', { visited, households })}
    </span>
  )
}
