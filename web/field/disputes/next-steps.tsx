/** What is missing and comes next, in sentences, each with its button or with why somebody else has to do it. */
import { useTranslation } from 'react-i18next'
import { Act } from '#web/ui/act.tsx'
import { Sign } from '#web/ui/status.tsx'
import type { Seen } from './file-body.tsx'
import { inDays, knownOf } from './names.ts'
import type { Offered } from './steps.ts'

/** As many as one looks at; the rest comes when these are done. */
const few = 4

export function NextSteps({ seen, speech, steps, onOpen }: Seen & { steps: readonly Offered[] }) {
  const { t } = useTranslation('disputes')
  const { dispute } = seen
  if (steps.length === 0) return null
  const wordsOf = ({ key, party, term, on, item, signer }: Offered) => {
    const who = party ? speech.party(party) : ''
    const what = dispute.agreement?.terms.find(({ id }) => id === term)?.what ?? ''
    return t(`field.steps.${key === 'sign' ? `sign_${signer}` : key === 'paper' && party ? 'paperOf' : key}`, {
      ...{ party: who, what, on: on ? inDays(on) : '', item: item ? t(`items.${item}`) : '' },
    })
  }
  return (
    <section className="section next">
      <h2>{t('field.sections.next')}</h2>
      <ul className="steps">
        {steps.slice(0, few).map((step) => (
          <li key={`${step.key} ${step.party ?? ''} ${step.term ?? ''} ${step.signer ?? ''} ${step.item ?? ''}`} className="step">
            <span className={step.isPressing ? 'step-words tone-late' : 'step-words'}>
              <Sign shape={step.isPressing ? 'alert' : 'ring'} />
              <span>{wordsOf(step)}</span>
            </span>
            <Act
              why={step.why}
              known={step.why && knownOf(step.why, speech)}
              explain="tap"
              onAct={() =>
                onOpen(step.action, { party: step.signer && step.signer !== 'party' ? step.signer : step.party, term: step.term })
              }
            >
              {t([`field.short.${step.action}`, `actions.${step.action}`])}
            </Act>
          </li>
        ))}
      </ul>
      {steps.length > few && <p className="soft">{t('field.steps.more', { count: steps.length - few })}</p>}
    </section>
  )
}
