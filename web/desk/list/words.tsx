/** The field in which a list is searched. Asked when typing stops, so that the list does not jump with every stroke. */
import { Input } from 'antd'
import { useEffect, useState } from 'react'

type Props = { readonly label: string; readonly value: string; readonly onChange: (words: string) => void }

export function Words({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), 400)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <Input.Search
      className="filter filter-words"
      aria-label={label}
      placeholder={label}
      allowClear
      maxLength={50}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(words) => onChange(words.trim())}
    />
  )
}
