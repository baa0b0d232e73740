import { expect, test } from 'vitest'
import { password } from '#modules/people/wire.ts'
import { firstPassword } from './first-password.ts'

test('a first password is one that the server takes, and never the same twice', () => {
  const drawn = Array.from({ length: 200 }, firstPassword)

  expect(drawn.every((each) => password.safeParse(each).success)).toBe(true)
  expect(new Set(drawn).size).toBe(drawn.length)
})
