/** One text in both languages: its gaps go in by a tap, and beside it stands how it will look. */
import { App, Button, Input, type InputRef } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Gap, gapsFor, isForRules } from '#modules/notices/notice.ts'
import type { TemplateView } from '#modules/notices/wire.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { inserted, piecesOf, troubleIn } from './routing.ts'
import { useFieldTrouble, WechatFields } from './wechat-fields.tsx'

const fields = ['title', 'body', 'titleEn', 'bodyEn'] as const
type Field = (typeof fields)[number]
/** The longest that the database takes. */
const most: Readonly<Record<Field, number>> = { title: 60, body: 300, titleEn: 100, bodyEn: 300 }

type Props = { readonly name: string; readonly template: TemplateView; readonly forGroup: boolean; readonly onClose: () => void }

export function TextDialog({ name, template, forGroup, onClose }: Props) {
  const { t } = useTranslation(['notices', 'app'])
  const { message } = App.useApp()
  const [draft, setDraft] = useState(template)
  const { isBusy, refusal, attempt } = useAttempt()
  const outside = useId()
  const wrong = troubleIn(draft, forGroup)
  const change = (part: Partial<TemplateView>) => setDraft((now) => ({ ...now, ...part }))
  const gapWords = (gap: string) => t(`gaps.${gap}`, { defaultValue: gap })
  const fieldTrouble = useFieldTrouble(draft)
  const trouble = !wrong
    ? fieldTrouble
    : wrong === 'empty'
      ? t('text.emptyText')
      : t('text.unknown', { gaps: wrong.map(gapWords).join(t('app:comma')) })
  const save = () => {
    if (trouble) return
    void attempt(async () => {
      await put(`/notices/routing/templates/${template.code}`, {
        ...draft,
        outside: draft.outside?.trim() || null,
        wechat: draft.wechat?.trim() || null,
      })
      await cache.invalidateQueries({ queryKey: ['notices', 'routing'] })
      void message.success(t('rules.saved'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('rules.changeOf', { name })}
      send={t('text.save')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      isBlocked={trouble !== undefined}
      isWide
      refusal={refusal}
      trouble={trouble}
    >
      {template.code.startsWith('many') && <p className="quoted">{t('text.manyWords')}</p>}
      {forGroup && isForRules(template.code) && <p className="quoted">{t('text.groupWords')}</p>}
      <Fields draft={draft} offered={gapsFor(template.code, forGroup)} onChange={change} />
      <Preview draft={draft} />
      <div className="field">
        <label htmlFor={outside}>{t('text.outside')}</label>
        <Input
          id={outside}
          maxLength={64}
          value={draft.outside ?? ''}
          onChange={({ target }) => change({ outside: target.value || null })}
        />
        <p className="soft">{t('text.outsideWords')}</p>
      </div>
      {!forGroup && template.code !== 'code' && <WechatFields template={draft} onChange={change} />}
    </Dialog>
  )
}

type FieldsProps = { draft: TemplateView; offered: readonly Gap[]; onChange: (part: Partial<TemplateView>) => void }

function Fields({ draft, offered, onChange }: FieldsProps) {
  const { t } = useTranslation('notices')
  const id = useId()
  const boxes = useRef<Partial<Record<Field, HTMLInputElement | HTMLTextAreaElement | null>>>({})
  /** The field that was written in last, which is where a gap goes. */
  const [last, setLast] = useState<Field>('body')
  const keep = (name: Field, box: HTMLInputElement | HTMLTextAreaElement | null) => {
    boxes.current[name] = box
  }
  const insert = (gap: Gap) => {
    const box = boxes.current[last]
    const text = draft[last]
    const [filled, cursor] = inserted(text, box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length, gap)
    if (filled.length > most[last]) return
    onChange({ [last]: filled })
    box?.focus()
    // After the new text is on the screen; before that the browser would put it at the end.
    requestAnimationFrame(() => box?.setSelectionRange(cursor, cursor))
  }
  return (
    <>
      {fields.map((name) => {
        const shared = {
          id: `${id}${name}`,
          lang: name.endsWith('En') ? 'en' : 'zh-CN',
          maxLength: most[name],
          value: draft[name],
          onFocus: () => setLast(name),
          onChange: ({ target }: { target: { value: string } }) => onChange({ [name]: target.value }),
        }
        const isLong = name.startsWith('body')
        return (
          <div key={name} className="field">
            <label htmlFor={`${id}${name}`}>{t(`text.${name}`)}</label>
            {isLong ? (
              <Input.TextArea
                {...shared}
                autoSize={{ minRows: 2, maxRows: 6 }}
                ref={(box: TextAreaRef | null) => keep(name, box?.resizableTextArea?.textArea ?? null)}
              />
            ) : (
              <Input {...shared} ref={(box: InputRef | null) => keep(name, box?.input ?? null)} />
            )}
          </div>
        )
      })}
      <fieldset className="field">
        <legend>{t('text.insert')}</legend>
        <span className="gaps">
          {offered.map((gap) => (
            <Button key={gap} aria-label={t('text.insertGap', { gap: t(`gaps.${gap}`) })} onClick={() => insert(gap)}>
              {t(`gaps.${gap}`)}
            </Button>
          ))}
        </span>
      </fieldset>
    </>
  )
}

function Preview({ draft }: { draft: TemplateView }) {
  const { t } = useTranslation('notices')
  return (
    <section className="field">
      <h3>{t('text.preview')}</h3>
      <p className="soft">{t('text.sample')}</p>
      <div className="side-by-side previews">
        {(['zh-CN', 'en'] as const).map((language) => (
          <section key={language} lang={language} aria-label={t(language === 'en' ? 'text.en' : 'text.zh')}>
            <strong>
              <Filled text={language === 'en' ? draft.titleEn : draft.title} language={language} />
            </strong>
            <p className="broken">
              <Filled text={language === 'en' ? draft.bodyEn : draft.body} language={language} />
            </p>
          </section>
        ))}
      </div>
    </section>
  )
}

/** Samples in both languages stand in the page's own words, so that no other language need be brought for them. */
function Filled({ text, language }: { text: string; language: 'zh-CN' | 'en' }) {
  const { t } = useTranslation('notices')
  return piecesOf(text).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no other name
    if ('text' in piece) return <span key={index}>{piece.text}</span>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if ('wrong' in piece) return <del key={index}>{`{${piece.wrong}}`}</del>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return <u key={index}>{t(`samples.${piece.gap}.${language}`)}</u>
  })
}
