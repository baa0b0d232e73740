/** Which village, where somebody works in several. */
import { useTranslation } from 'react-i18next'
import { Offers } from '../matters/choice.tsx'
import { useVillages } from './village-work.ts'

type Props = { readonly chosen: string; readonly onChoose: (code: string) => void; readonly verb?: 'village.keep' }

export function VillageChoice({ chosen, onChoose, verb }: Props) {
  const { t } = useTranslation('beats')
  const villages = useVillages(verb)
  if (villages.length < 2) return null
  return (
    <div className="page-words">
      <Offers
        options={villages.map(({ code, name, standsIn }) => ({
          key: code,
          words: standsIn ? t('field.standsIn', { village: name }) : name,
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  )
}
