/** The places whose people are printed at the start: a lane, its grid, village, town and county, one inside the other. */
import type { County, PlaceCode } from '#modules/kernel/ids.ts'

export const demoCounty = '140826' as County

export const shown = {
  lane: '140826100201001001' as PlaceCode,
  grid: '140826100201001' as PlaceCode,
  village: '140826100201' as PlaceCode,
  town: '140826100' as PlaceCode,
  county: demoCounty as string as PlaceCode,
  department: 'city',
} as const
