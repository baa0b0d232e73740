/** What the judicial office records of a claim: what the parties said on the telephone, and whether it is granted. */
import { useTranslation } from 'react-i18next'
import type { Filled } from '#modules/disputes/form.ts'
import { OneOf, WordsField } from '../../fields.tsx'

type Typed = Pick<Filled, 'called' | 'isGranted' | 'words'>
type Props = {
  readonly filled: Typed
  readonly onChange: (part: Partial<Typed>) => void
  readonly labelOf: (field: keyof Typed) => string
}

export function CallFields({ filled, onChange, labelOf }: Props) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <OneOf
        name={labelOf('called')}
        value={filled.called}
        isStacked
        options={(['confirmed', 'doubted'] as const).map((value) => ({ value, label: t(`desk.called.${value}`) }))}
        onChange={(called) => onChange({ called })}
      />
      <WordsField
        name={labelOf('words')}
        isOptional={filled.called !== 'doubted'}
        value={filled.words}
        most={500}
        onChange={(words) => onChange({ words })}
      />
    </>
  )
}

export function DecideFields({ filled, onChange, labelOf }: Props) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <OneOf
        name={labelOf('isGranted')}
        value={filled.isGranted ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`desk.granted.${value}`) }))}
        onChange={(value) => onChange({ isGranted: value === 'yes' })}
      />
      <WordsField
        name={labelOf('words')}
        isOptional={filled.isGranted}
        value={filled.words}
        most={500}
        onChange={(words) => onChange({ words })}
      />
    </>
  )
}
