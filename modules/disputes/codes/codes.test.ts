import { expect, test } from 'vitest'
import { categories } from '#modules/categories/categories.ts'
import { scales } from '../dispute.ts'
import { isNationalType, nationalTypes } from './national.ts'
import { scaleNames } from './scales.ts'
import { suggestedFor } from './suggest.ts'
import { typeOf, types } from './types.ts'

test('no code of a type is used twice, and each stands under its kind', () => {
  expect(new Set(types.map(({ code }) => code)).size).toBe(types.length)
  for (const { code, parent } of types)
    expect(parent === null ? code.length : typeOf(parent)?.code).toBe(parent === null ? 2 : code.slice(0, 2))
})

test('a type that GB/T 31000-2015 does not know is none', () => {
  expect(typeOf('0108')).toBeUndefined()
  expect(isNationalType('divorce')).toBe(false)
  expect(suggestedFor('0401')).toBeUndefined()
})

test('there are 17 kinds with 78 types under them, and 18 national types', () => {
  expect(types.filter(({ parent }) => parent === null)).toHaveLength(17)
  expect(types.filter(({ parent }) => parent !== null)).toHaveLength(78)
  expect(nationalTypes).toHaveLength(18)
})

test('every code of a national type can cross the network', () => {
  expect(nationalTypes.filter(({ code }) => !/^[a-z_]{2,30}$/.test(code))).toEqual([])
})

test('each type counts as a national type, and each scale has a name', () => {
  expect(types.filter(({ nationalType }) => !isNationalType(nationalType))).toEqual([])
  expect(scaleNames.map(({ code }) => code)).toEqual(scales)
})

test('every category of disputes suggests a type', () => {
  const disputes = categories.filter(({ parent }) => parent === '01')

  expect(disputes.filter(({ code }) => !typeOf(suggestedFor(code)?.type ?? ''))).toEqual([])
  expect(suggestedFor('0105')?.nationalType).toBe('migrant_wages')
})
