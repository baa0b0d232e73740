/** Which columns a list shows, remembered on this computer; the export has the same. */
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../remembered.ts'

/** `all` in the order they can be shown, `usual` what somebody begins with, `fixed` what is never hidden. */
export type Columns<C extends string> = { readonly all: readonly C[]; readonly usual: readonly C[]; readonly fixed: C }

export function useColumns<C extends string>(name: string, { all, usual }: Columns<C>): [readonly C[], (columns: readonly C[]) => void] {
  const [kept, keep] = useRemembered<readonly C[]>(name, usual)
  const known = kept.filter((each) => all.includes(each))
  return [known.length > 0 ? known : usual, keep]
}

type Props<C extends string> = {
  readonly of: Columns<C>
  readonly chosen: readonly C[]
  readonly nameOf: (column: C) => string
  readonly onChange: (columns: readonly C[]) => void
}

export function ColumnChoice<C extends string>({ of: { all, usual, fixed }, chosen, nameOf, onChange }: Props<C>) {
  const { t } = useTranslation('desk')
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
            value={[...chosen]}
            options={order.map((value) => ({ value, label: nameOf(value), disabled: value === fixed }))}
            onChange={(ticked) => onChange(order.filter((each) => ticked.includes(each)))}
          />
          <Button onClick={() => onChange(usual)}>{t('columns.usual')}</Button>
        </div>
      }
    >
      <Button>{t('columns.button')}</Button>
    </Popover>
  )
}
