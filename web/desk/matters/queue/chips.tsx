/** What the queue is narrowed by now. */
import { useTranslation } from 'react-i18next'
import { type QueueSearch, queueKeys } from '../../address.tsx'
import { type Chip, Chips, listOf, without } from '../../list/chips.tsx'
import { usePlaceName } from '../../places/place-file.ts'
import { useNames } from '../catalogue.ts'

type Props = { readonly search: QueueSearch; readonly onChange: (part: QueueSearch) => void }

export function QueueChips({ search, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const names = useNames()
  const place = usePlaceName(search.place)
  const of = (name: 'status' | 'category', words: (code: string) => string): Chip[] =>
    listOf(search[name]).map((code) => ({
      key: code,
      words: words(code),
      drop: () => onChange({ [name]: without(search[name], code) }),
    }))
  const chips = [...of('status', (code) => t(`matters:statuses.${code}`)), ...of('category', (code) => names.category(code) ?? code)]
  const add = (name: keyof QueueSearch, words: string) => chips.push({ key: name, words, drop: () => onChange({ [name]: undefined }) })
  if (search.place) add('place', place)
  if (search.department) add('department', names.department(search.department) ?? search.department)
  if (search.since) add('since', t('chips.since', { day: search.since }))
  if (search.until) add('until', t('chips.until', { day: search.until }))
  if (search.emergency) add('emergency', t(search.emergency === 'true' ? 'filters.emergency' : 'chips.noEmergency'))
  if (search.search) add('search', t('chips.words', { words: search.search }))
  if (search.sort) add('sort', t(`filters.sorts.${search.sort}`))
  const none = Object.fromEntries(queueKeys.filter((key) => key !== 'view').map((key) => [key, undefined]))
  return <Chips chips={chips} onClear={() => onChange(none)} />
}
