/** What goes into each field of a template at WeChat: its name as WeChat has it, words with gaps, and how it will come out. */
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { WechatField } from '#modules/notices/notice.ts'
import { fieldsAtMost, kindOf, kinds, offeredFor, timeGaps, wechatData, wrongFields } from '#modules/notices/wechat/fields.ts'
import type { TemplateView } from '#modules/notices/wire.ts'

type Props = { readonly template: TemplateView; readonly onChange: (part: Partial<TemplateView>) => void }

/** The first thing that the server would refuse, as words; undefined if there is none. */
export function useFieldTrouble({ code, wechat, wechatFields }: TemplateView): string | undefined {
  const { t } = useTranslation('notices')
  const [first] = wrongFields(wechatFields, code)
  if (first) return t(`text.wrongField.${first[1]}`, { place: first[0] + 1 })
  return wechat?.trim() && wechatFields.length === 0 ? t('text.wechatEmpty') : undefined
}

export function WechatFields({ template: { code, wechat, wechatFields }, onChange }: Props) {
  const { t } = useTranslation('notices')
  const id = useId()
  const put = (index: number, part: Partial<WechatField>) =>
    onChange({ wechatFields: wechatFields.map((field, at) => (at === index ? { ...field, ...part } : field)) })
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('text.wechat')}</label>
        <Input id={id} maxLength={64} value={wechat ?? ''} onChange={({ target }) => onChange({ wechat: target.value || null })} />
        <p className="soft">{t('text.wechatWords')}</p>
      </div>
      {(wechat || wechatFields.length > 0) && (
        <fieldset className="field">
          <legend>{t('text.wechatFields')}</legend>
          <p className="soft">{t('text.wechatFieldsWords')}</p>
          <ul className="wechat-fields">
            {wechatFields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a field being written has no other name
              <li key={index}>
                <Field
                  code={code}
                  field={field}
                  place={index + 1}
                  onChange={(part) => put(index, part)}
                  onDrop={() => onChange({ wechatFields: wechatFields.filter((_, at) => at !== index) })}
                />
              </li>
            ))}
          </ul>
          {wechatFields.length < fieldsAtMost && (
            <Button onClick={() => onChange({ wechatFields: [...wechatFields, { name: '', text: '' }] })}>{t('text.addField')}</Button>
          )}
        </fieldset>
      )}
    </>
  )
}

type FieldProps = {
  readonly code: string
  readonly field: WechatField
  readonly place: number
  readonly onChange: (part: Partial<WechatField>) => void
  readonly onDrop: () => void
}

function Field({ code, field: { name, text }, place, onChange, onDrop }: FieldProps) {
  const { t } = useTranslation('notices')
  const id = useId()
  const kind = kindOf(name)
  const isTime = kind === 'time' || kind === 'date'
  const rename = (next: string) => {
    const of = kindOf(next)
    // What a time is can only be chosen; words that stood there before would be wrong.
    const becomes = of === 'time' || of === 'date' ? (timeGaps.some((gap) => text === `{${gap}}`) ? text : '{due}') : undefined
    onChange({ name: next, ...(becomes && { text: becomes }) })
  }
  return (
    <>
      <Input
        className="field-name"
        aria-label={t('text.fieldName', { place })}
        placeholder="thing1"
        maxLength={40}
        value={name}
        onChange={({ target }) => rename(target.value.trim())}
      />
      {isTime ? (
        <Select
          className="field-text"
          aria-label={t('text.fieldText', { place })}
          value={text}
          options={timeGaps.map((gap) => ({ value: `{${gap}}`, label: t(`gaps.${gap}`) }))}
          onChange={(chosen: string) => onChange({ text: chosen })}
        />
      ) : (
        <span className="field-text">
          <Input
            id={id}
            aria-label={t('text.fieldText', { place })}
            maxLength={100}
            value={text}
            onChange={({ target }) => onChange({ text: target.value })}
          />
          <span className="gaps">
            {offeredFor(name, code).map((gap) => (
              <Button
                key={gap}
                size="small"
                aria-label={t('text.insertGap', { gap: t(`gaps.${gap}`) })}
                onClick={() => onChange({ text: `${text}{${gap}}`.slice(0, 100) })}
              >
                {t(`gaps.${gap}`)}
              </Button>
            ))}
          </span>
        </span>
      )}
      <Button aria-label={t('text.dropField', { place })} onClick={onDrop}>
        ✕
      </Button>
      <small className="soft field-note">
        <Outcome name={name} text={text} />
      </small>
    </>
  )
}

/** The county's present, for a sample. */
const sampleTold = '2026-06-03T04:00:00.000Z'
const sampleDue = '2026-06-03T09:30:00.000Z'

function Outcome({ name, text }: WechatField) {
  const { t } = useTranslation('notices')
  const kind = kindOf(name)
  if (!kind) return null
  const sample = (gap: string) => t(`samples.${gap}.zh-CN`)
  // A number of ours is of figures and letters.
  const facts = { ...samplesOf(sample), number: t('samples.number.en'), dueAt: sampleDue }
  const { value = '' } = wechatData([{ name, text }], facts, sampleTold)[name] ?? {}
  return (
    <>
      {t('text.fieldSample', { value })} ·{' '}
      {kind === 'time' || kind === 'date' ? t('text.fieldTime') : t('text.fieldLimit', { count: kinds[kind] })}
    </>
  )
}

const samplesOf = (sample: (gap: string) => string) => ({
  ...{ category: sample('category'), place: sample('place'), due: sample('due') },
  ...{ seat: sample('seat'), kind: sample('kind'), code: sample('code'), minutes: sample('minutes'), count: sample('count') },
})
