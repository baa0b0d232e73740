/** The type of a dispute (GB/T 31000-2015): by its kind and then which, or by a word of it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TypeChoice } from '#modules/disputes/reply.ts'
import { Loading } from '#web/ui/states.tsx'
import { languageNow } from '#web/ui/words.ts'
import { Offers } from '../matters/choice.tsx'
import { Sheet } from '../sheet.tsx'
import { useTypes } from './register.ts'

type Props = { readonly type: string; readonly onChange: (type: string, nationalType: string) => void }

const nameIn = ({ name, nameEn }: TypeChoice) => (languageNow() === 'en' ? nameEn : name)

export function TypeField({ type, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const [isOpen, setOpen] = useState(false)
  const { data: types } = useTypes()
  const chosen = types?.find(({ code }) => code === type)
  const kind = types?.find(({ code }) => code === chosen?.parent)
  return (
    <fieldset className="field">
      <legend className="field-name">{t('field.fields.type')}</legend>
      <button type="button" className="chosen" onClick={() => setOpen(true)}>
        <span>
          <strong>{chosen ? nameIn(chosen) : t('field.chooseType')}</strong>
          {kind && <small className="soft">{nameIn(kind)}</small>}
        </span>
        <span className="chosen-change">{t('field.change')}</span>
      </button>
      {isOpen && (
        <Sheet title={t('field.chooseType')} onClose={() => setOpen(false)}>
          {types ? (
            <Types
              types={types}
              from={chosen?.parent ?? ''}
              onChoose={({ code, nationalType }) => {
                onChange(code, nationalType)
                setOpen(false)
              }}
            />
          ) : (
            <Loading lines={6} />
          )}
        </Sheet>
      )}
    </fieldset>
  )
}

function Types({ types, from, onChoose }: { types: readonly TypeChoice[]; from: string; onChoose: (type: TypeChoice) => void }) {
  const { t } = useTranslation('disputes')
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState(from)
  const kinds = types.filter(({ parent }) => parent === null)
  const isKind = ({ code }: TypeChoice) => types.some(({ parent }) => parent === code)
  const kindOf = ({ parent }: TypeChoice) => types.find(({ code }) => code === parent)
  const wanted = search.trim().toLowerCase()
  const hits = wanted
    ? types.filter(
        (each) => !isKind(each) && [each.name, each.nameEn, kindOf(each)?.name ?? ''].some((text) => text.toLowerCase().includes(wanted)),
      )
    : types.filter(({ parent, code }) => (kind ? parent === kind || (code === kind && !types.some((each) => each.parent === kind)) : false))
  return (
    <div className="form">
      <input
        className="input"
        type="search"
        value={search}
        placeholder={t('field.searchType')}
        aria-label={t('field.searchType')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {!wanted && <Offers options={kinds.map((each) => ({ key: each.code, words: nameIn(each) }))} chosen={kind} onChoose={setKind} />}
      <ul className="rows">
        {hits.map((each) => (
          <li key={each.code}>
            <button type="button" className="row" onClick={() => onChoose(each)}>
              <span>
                {nameIn(each)}
                {kindOf(each) && <small className="soft">{nameIn(kindOf(each)!)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {wanted && hits.length === 0 && <p className="soft">{t('field.noType')}</p>}
    </div>
  )
}
