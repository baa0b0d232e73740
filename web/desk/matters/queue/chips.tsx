/** What the list is narrowed by now, in words; each can be taken away. */
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { type QueueSearch, queueKeys } from '../../address.tsx'
import { usePlaceName } from '../../places/place-file.ts'
import { useNames } from '../catalogue.ts'
import { listOf } from './queue.ts'

type Props = { readonly search: QueueSearch; readonly onChange: (part: QueueSearch) => void }

export function Chips({ search, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const names = useNames()
  const place = usePlaceName(search.place)
  const without = (name: 'status' | 'category', code: string) =>
    onChange({
      [name]:
        listOf(search[name])
          .filter((each) => each !== code)
          .join(',') || undefined,
    })

  const chips: { key: string; words: string; drop: () => void }[] = [
    ...listOf(search.status).map((code) => ({ key: code, words: t(`matters:statuses.${code}`), drop: () => without('status', code) })),
    ...listOf(search.category).map((code) => ({ key: code, words: names.category(code) ?? code, drop: () => without('category', code) })),
  ]
  const add = (name: keyof QueueSearch, words: string) => chips.push({ key: name, words, drop: () => onChange({ [name]: undefined }) })
  if (search.place) add('place', place)
  if (search.department) add('department', names.department(search.department) ?? search.department)
  if (search.since) add('since', t('chips.since', { day: search.since }))
  if (search.until) add('until', t('chips.until', { day: search.until }))
  if (search.emergency) add('emergency', t(search.emergency === 'true' ? 'filters.emergency' : 'chips.noEmergency'))
  if (search.search) add('search', t('chips.words', { words: search.search }))
  if (search.sort) add('sort', t(`filters.sorts.${search.sort}`))
  if (chips.length === 0) return null

  const none = Object.fromEntries(queueKeys.filter((key) => key !== 'view').map((key) => [key, undefined]))
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('chips.label')}</legend>
      {chips.map(({ key, words, drop }) => (
        <Tag
          key={key}
          closable={{ 'aria-label': t('chips.drop', { words }) }}
          onClose={(event) => {
            event.preventDefault()
            drop()
          }}
        >
          {words}
        </Tag>
      ))}
      <Button type="link" onClick={() => onChange(none)}>
        {t('filters.clear')}
      </Button>
    </fieldset>
  )
}
