/** A page that is outside one's posts: named all the same, and said in words. */
import { Forbidden } from '#web/ui/states.tsx'
import { useGo } from './address.tsx'
import { Page } from './page.tsx'

export function NotYours({ title }: { title: string }) {
  const go = useGo()
  return (
    <Page title={title}>
      <Forbidden onBack={() => go({ to: '/' })} />
    </Page>
  )
}
