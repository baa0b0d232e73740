/** What may not be done now, with the reason: folded away, for who looks for it. */
import { useTranslation } from 'react-i18next'

type Props<A extends string> = {
  readonly of: readonly (readonly [words: string, actions: readonly A[]])[]
  readonly nameOf: (action: A) => string
}

export function Denied<A extends string>({ of, nameOf }: Props<A>) {
  const { t } = useTranslation(['desk', 'app'])
  if (of.length === 0) return null
  return (
    <details className="denied">
      <summary>{t('file.denied')}</summary>
      <ul>
        {of.map(([words, which]) => (
          <li key={words}>
            <strong>{which.map(nameOf).join(t('app:comma'))}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
