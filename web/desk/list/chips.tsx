/** What a list is narrowed by now, in words; each can be taken away. */
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'

export type Chip = { readonly key: string; readonly words: string; readonly drop: () => void }

export function Chips({ chips, onClear }: { chips: readonly Chip[]; onClear: () => void }) {
  const { t } = useTranslation('desk')
  if (chips.length === 0) return null
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
      <Button type="link" onClick={onClear}>
        {t('filters.clear')}
      </Button>
    </fieldset>
  )
}

/** A list in an address, "a,b". */
export const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []

export const joined = (chosen: readonly string[]): string | undefined => chosen.join(',') || undefined

export const without = (text: string | undefined, gone: string): string | undefined => joined(listOf(text).filter((each) => each !== gone))
