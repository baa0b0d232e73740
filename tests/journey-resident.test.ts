/** A resident who left a telephone number, on a phone, from the code in a text message to the end. */
import { expect } from 'vitest'
import { accessible, journey } from './journey.ts'
import { envelope, report } from './matter.ts'
import { phones } from './phones.ts'

journey('with the number they left a resident sees all their reports, and erases themselves from one that is closed', async (it) => {
  const { url, opened, phone, complaints } = it
  const at = phones(opened, url)
  const contact = { name: '李大娘', phone: '13800012345' }
  const [closed, open] = [report(1, { source: 'phone', contact }), report(2, { category: '0801', source: 'phone', contact })]
  for (const each of [closed, open]) await at('official', '/api/matters', each)
  await at('chief', `/api/matters/${closed.id}/commands`, envelope({ do: 'settle', outcome: '清走了' }))
  await at('gridWorker', `/api/matters/${closed.id}/commands`, envelope({ do: 'verify' }))

  const resident = await phone()
  await resident.goto(`${url}/me`)
  await accessible(resident)
  const number = resident.getByLabel('手机号')
  await number.fill('138')
  await resident.getByRole('button', { name: '发验证码' }).click()
  await resident.getByText('手机号应是 1 开头的 11 位数字').waitFor()
  await accessible(resident)
  await number.fill(contact.phone)
  await resident.getByRole('button', { name: '发验证码' }).click()
  const typed = resident.getByLabel('验证码', { exact: true })
  await typed.fill('000')
  await resident.getByRole('button', { name: '登录' }).click()
  await resident.getByText('验证码是 6 位数字').waitFor()
  await accessible(resident)
  const text = await opened.db
    .selectFrom('deliveries')
    .select('facts')
    .where('event', '=', 'code')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await typed.fill((text.facts as { code: string }).code)
  await resident.getByRole('button', { name: '登录' }).click()
  await resident.getByText('用 138****2345 反映或关注的事').waitFor()
  await accessible(resident)

  await resident.getByRole('link', { name: /路灯不亮.*等待接单/s }).click()
  await resident.getByText('办结以后，可以在这里删除').waitFor()
  await resident.goBack()
  await resident.getByRole('link', { name: /垃圾清运.*已办结/s }).click()
  await resident.getByText('删除我的信息').click()
  await accessible(resident)
  await resident.getByRole('button', { name: '删除，不再保留' }).click()
  await resident.getByText('已删除您的信息').waitFor()
  expect(await resident.getByRole('link', { name: /垃圾清运/ }).count()).toBe(0)
  await resident.getByRole('link', { name: /路灯不亮/ }).waitFor()

  const left = await opened.db.selectFrom('reporters').select(['matterId', 'name', 'phone', 'phoneKey']).orderBy('matterId').execute()
  expect(left).toMatchObject([{ matterId: closed.id, name: null, phone: null, phoneKey: null }, { matterId: open.id }])
  expect((await at('official', `/api/matters/${closed.id}`)).row.matter).toMatchObject({ status: 'closed', words: closed.words })
  expect(complaints).toEqual([])
})
