/** Questions one asks every day, under a name of one's own. */
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { Button, Input, Popover } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type Pages } from '../address.tsx'
import { useRemembered } from '../remembered.ts'

type List = '/matters' | '/disputes' | '/beats'
type View<P extends List> = { readonly name: string; readonly search: NonNullable<Pages[P]['search']> }

type Props<P extends List> = { readonly to: P; readonly name: string; readonly search: View<P>['search'] }

export function SavedViews<P extends List>({ to, name: kept, search }: Props<P>) {
  const { t } = useTranslation('desk')
  const [views, keep] = useRemembered<readonly View<P>[]>(kept, [])
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const called = name.trim()
    if (!called) return
    keep([...views.filter((view) => view.name !== called), { name: called, search }])
    setName('')
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('savedViews.title')}
      content={
        <div className="menu">
          {views.length === 0 && <p className="soft">{t('savedViews.none')}</p>}
          <ul className="plain">
            {views.map((view) => (
              <li key={view.name} className="menu-line">
                <Link<List> to={to} search={view.search} onClick={() => setOpen(false)}>
                  {view.name}
                </Link>
                <Button
                  type="text"
                  aria-label={t('savedViews.drop', { name: view.name })}
                  icon={<CloseOutlined aria-hidden="true" />}
                  onClick={() => keep(views.filter((each) => each !== view))}
                />
              </li>
            ))}
          </ul>
          <form className="inline" onSubmit={save}>
            <Input
              aria-label={t('savedViews.name')}
              placeholder={t('savedViews.name')}
              maxLength={20}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button htmlType="submit">{t('savedViews.save')}</Button>
          </form>
        </div>
      }
    >
      <Button>{t('savedViews.button')}</Button>
    </Popover>
  )
}
