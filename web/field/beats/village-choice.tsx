/** Which village, where somebody works in several. */
import { Offers } from '../matters/choice.tsx'
import { useVillages } from './village-work.ts'

export function VillageChoice({ chosen, onChoose }: { chosen: string; onChoose: (code: string) => void }) {
  const villages = useVillages()
  if (villages.length < 2) return null
  return (
    <div className="page-words">
      <Offers options={villages.map(({ code, name }) => ({ key: code, words: name }))} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}
