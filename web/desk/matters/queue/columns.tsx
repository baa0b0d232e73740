/** Which columns are shown, remembered on this computer; the export has the same. */
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { columns as all, type Column } from '#modules/matters/wire.ts'
import { useRemembered } from '../../remembered.ts'

export const usual: readonly Column[] = ['number', 'category', 'words', 'place', 'status', 'holder', 'dueBy']

export function useColumns(): [readonly Column[], (columns: readonly Column[]) => void] {
  const [kept, keep] = useRemembered<readonly Column[]>('columns', usual)
  const known = kept.filter((each) => all.includes(each))
  return [known.length > 0 ? known : usual, keep]
}

/** What a list is about is shown in it, chosen or not: how long it is late, what is applied for, what was ordered. */
const ofView: Readonly<Record<string, Column>> = { late: 'lateSince', decide: 'application', ordered: 'orders' }

export function columnsFor(view: string, chosen: readonly Column[]): readonly Column[] {
  const own = ofView[view]
  if (!own || chosen.includes(own)) return chosen
  const at = chosen.indexOf('dueBy')
  return at < 0 ? [...chosen, own] : [...chosen.slice(0, at), own, ...chosen.slice(at)]
}

/** The catalogue calls a deadline "due". */
export const columnKey = (column: Column) => `matters:fields.${column === 'dueBy' ? 'due' : column}`

type Props = { readonly columns: readonly Column[]; readonly onChange: (columns: readonly Column[]) => void }

export function ColumnChoice({ columns, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const order = [...usual, ...all.filter((each) => !usual.includes(each))]
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns.title')}
      content={
        <div className="menu">
          <Checkbox.Group
            className="checks"
            value={[...columns]}
            options={order.map((value) => ({ value, label: t(columnKey(value)), disabled: value === 'words' }))}
            onChange={(chosen) => onChange(order.filter((each) => chosen.includes(each)))}
          />
          <Button onClick={() => onChange(usual)}>{t('columns.usual')}</Button>
        </div>
      }
    >
      <Button>{t('columns.button')}</Button>
    </Popover>
  )
}
