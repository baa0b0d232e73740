import { expect, test } from 'vitest'
import { nameGiven } from './files.ts'

test('a file without a name from the server keeps the one it has here', () => {
  expect(nameGiven(null)).toBeUndefined()
  expect(nameGiven('inline')).toBeUndefined()
})

test('the name in Chinese comes before the plain one', () => {
  const given = encodeURIComponent('(2026)河湾村人调字第3号 人民调解卷宗.pdf')
  expect(nameGiven(`inline; filename="dossier.pdf"; filename*=UTF-8''${given}`)).toBe('(2026)河湾村人调字第3号 人民调解卷宗.pdf')
  expect(nameGiven('attachment; filename="matters.xlsx"')).toBe('matters.xlsx')
})
