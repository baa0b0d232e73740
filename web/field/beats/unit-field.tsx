/** 交给谁: the station, the judicial office and the bureau in sight; the other departments behind one tap. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTownUnit } from '#modules/beats/clues/unit.ts'
import { Act } from '#web/ui/act.tsx'
import { nameIn } from '../matters/category-name.ts'
import { Choice } from '../matters/choice.tsx'
import { useCatalogue } from '../matters/queue.ts'
import { bureau, unitsOffered } from './clue.ts'

/** The name of a unit in words; the bureau has one before the departments are here. */
export function useUnitName() {
  const { t } = useTranslation('beats')
  const { data } = useCatalogue()
  return (unit: string): string => {
    if (isTownUnit(unit)) return t(`units.${unit}`)
    const found = data?.departments.find(({ code }) => code === unit)
    if (found) return nameIn(found)
    return t(unit === bureau ? 'units.police' : 'units.other')
  }
}

/** What can be chosen, and what is: of what is offered, always one. */
export function useUnits(typed: string, usual: string) {
  const { first, rest } = unitsOffered(useCatalogue().data?.departments)
  return { first, rest, chosen: [...first, ...rest].includes(typed) ? typed : usual }
}

type Props = { readonly units: ReturnType<typeof useUnits>; readonly onChoose: (unit: string) => void }

export function UnitField({ units: { first, rest, chosen }, onChoose }: Props) {
  const { t } = useTranslation('beats')
  const nameOf = useUnitName()
  const [isOpened, setOpened] = useState(false)
  const isOpen = isOpened || rest.includes(chosen)
  return (
    <>
      <Choice
        name={t('field.fields.unit')}
        options={[...first, ...(isOpen ? rest : [])].map((code) => ({ key: code, words: nameOf(code) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      {!isOpen && rest.length > 0 && (
        <Act isBlock onAct={() => setOpened(true)}>
          {t('field.clues.otherUnits')}
        </Act>
      )}
    </>
  )
}
