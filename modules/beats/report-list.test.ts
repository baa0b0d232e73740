import { expect, test } from 'vitest'
import { readList } from './report-list.ts'

const villages = [
  { village: '149901100201', name: '河湾村委会', townName: '东镇' },
  { village: '149901100202', name: '坡上村委会', townName: '东镇' },
  { village: '149901101201', name: '坡上村委会', townName: '西镇' },
]
const read = (...lines: string[]) => readList(lines.join('\r\n'), villages, '2026-06-03', '2026')
const problems = (...lines: string[]) => read(...lines).problems.map(({ line, problem }) => [line, problem])

test('every bad row is named by its line, and nothing else', () => {
  expect(
    problems(
      '村,月份,件数',
      '河湾村,2026-05,0',
      '没有村,2026-05,0',
      '坡上村,2026-05,1',
      '河湾村,五月,1',
      '河湾村,2026-07,1',
      '河湾村,6月,0',
      '河湾村,2026-04,-1',
      '河湾村,2026-04,1.5',
      '河湾村,2026-04,',
      '河湾村,2026-05,3',
      '河湾村',
      '"河湾村,2026-03",0',
    ),
  ).toEqual([
    [3, 'village'],
    [4, 'ambiguous'],
    [5, 'month'],
    [6, 'notOver'],
    [7, 'notOver'],
    [8, 'count'],
    [9, 'count'],
    [10, 'count'],
    [11, 'twice'],
    [12, 'columns'],
    [13, 'columns'],
  ])
})

test('an empty list says so', () => {
  expect(problems('', ' ')).toEqual([[0, 'empty']])
  expect(problems('村,月份,件数')).toEqual([[0, 'empty']])
})

test('a village is meant by its code, by its name, or by its town and name', () => {
  const { rows, problems } = read('149901100202,2026-05,1', '河湾村民委员会,2026-05,0', '西镇坡上村,2026-05,2', '东镇 坡上,2026-04,0')

  expect(problems).toEqual([])
  expect(rows.map(({ village, count }) => [village, count])).toEqual([
    ['149901100202', 1],
    ['149901100201', 0],
    ['149901101201', 2],
    ['149901100202', 0],
  ])
})

test('a month is read as an office writes it', () => {
  const { rows } = read(
    '河湾村,2026-05,0',
    '河湾村,2026/4,0',
    '河湾村,2026年3月,0',
    '河湾村,202602,0',
    '河湾村,2026.1,0',
    '河湾村,2025/12/1,0',
    '东镇坡上,1月,0',
  )

  expect(rows.map(({ month }) => month)).toEqual(['2026-05', '2026-04', '2026-03', '2026-02', '2026-01', '2025-12', '2026-01'])
})

test('columns may stand in any order among others, between tabs as a spreadsheet copies them', () => {
  const { rows, problems } = read('\ufeff序号\t月份\t村名\t备注\t件数', '1\t2026-05\t河湾村\t无\t0')

  expect(problems).toEqual([])
  expect(rows).toEqual([{ village: '149901100201', month: '2026-05', count: 0 }])
})
