/** The name of a unit that clues go to, in words: an office of the town, or a department of the county. */
import { useTranslation } from 'react-i18next'
import { isTownUnit } from '#modules/beats/clues/unit.ts'
import { useNames } from '../../matters/catalogue.ts'

export function useUnitName() {
  const { t } = useTranslation('beats')
  const names = useNames()
  return (unit: string): string => (isTownUnit(unit) ? t(`units.${unit}`) : (names.department(unit) ?? t('units.other')))
}
