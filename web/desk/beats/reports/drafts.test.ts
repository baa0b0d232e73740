import { expect, test } from 'vitest'
import { draftOf, keepDraft, type TableOf, unsavedElsewhere } from './drafts.ts'

const east: TableOf = { kind: 'cases', year: '2026', town: '149901100', townName: '东镇' }
const west: TableOf = { ...east, town: '149901101', townName: '西镇' }

test('what was typed for one kind, year and town is there when one comes back, and named until then', () => {
  keepDraft('章', east, { '149901100201 2026-05': '2', '149901100202 2026-05': '' })

  expect(draftOf('章', west)).toEqual({})
  expect(draftOf('章', { ...east, year: '2025' })).toEqual({})
  expect(draftOf('章', east)).toEqual({ '149901100201 2026-05': '2', '149901100202 2026-05': '' })
  expect(unsavedElsewhere('章', west)).toEqual([{ ...east, count: 2 }])
  expect(unsavedElsewhere('章', east)).toEqual([])

  keepDraft('章', east, {})
  expect(unsavedElsewhere('章', west)).toEqual([])
})

test('nobody finds what somebody else typed on the same computer', () => {
  keepDraft('章', east, { '149901100201 2026-05': '2' })

  expect(draftOf('孔', east)).toEqual({})
  expect(unsavedElsewhere('孔', west)).toEqual([])
  keepDraft('章', east, {})
})
