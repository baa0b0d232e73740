/** Which village, where somebody works in several. */
import { Offers } from '../matters/choice.tsx'
import { useVillages } from './village-work.ts'

type Props = { readonly chosen: string; readonly onChoose: (code: string) => void; readonly verb?: 'village.keep' }

export function VillageChoice({ chosen, onChoose, verb }: Props) {
  const villages = useVillages(verb)
  if (villages.length < 2) return null
  return (
    <div className="page-words">
      <Offers options={villages.map(({ code, name }) => ({ key: code, words: name }))} chosen={chosen} onChoose={onChoose} />
    </div>
  )
}
