/** A length of time, typed in days, hours or minutes, of office time or day and night. */
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limit } from '#modules/kernel/calendar.ts'
import { minutesIn, typedLength, type Unit, units } from '../length.ts'

type Props = { readonly name: string; readonly label: string; readonly value: Limit; readonly onChange: (limit: Limit) => void }

export function LengthField({ name, label, value, onChange }: Props) {
  const { t } = useTranslation('desk')
  const [typed, setTyped] = useState<{ count: number | null; unit: Unit }>(() => typedLength(value))
  const set = (count: number | null, unit: Unit, runs: Limit['runs']) => {
    setTyped({ count, unit })
    onChange({ minutes: Math.round((count ?? 0) * minutesIn(unit, runs)), runs })
  }
  const { count, unit } = typed
  return (
    <div className="length">
      <span aria-hidden="true">{name}</span>
      <InputNumber
        aria-label={label}
        className="length-count"
        min={0}
        max={9999}
        value={count}
        onChange={(next) => set(next, unit, value.runs)}
      />
      <Select
        aria-label={t('rules.unitOf', { label })}
        className="length-unit"
        value={unit}
        options={units.map((each) => ({ value: each, label: t(`rules.units.${each}`) }))}
        onChange={(next: Unit) => set(count, next, value.runs)}
      />
      <Select
        aria-label={t('rules.runsOf', { label })}
        className="length-runs"
        value={value.runs}
        options={(['working', 'always'] as const).map((each) => ({ value: each, label: t(`rules.runs.${each}`) }))}
        onChange={(runs: Limit['runs']) => set(count, unit, runs)}
      />
    </div>
  )
}
