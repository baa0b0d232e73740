/** GB/T 31000-2015, 事件规模. */
import type { Scale } from '../dispute.ts'

export const scaleNames: readonly { readonly code: Scale; readonly name: string; readonly nameEn: string }[] = [
  { code: '01', name: '个体性事件', nameEn: 'Individual' },
  { code: '02', name: '一般群体性事件', nameEn: 'Ordinary, of a group' },
  { code: '03', name: '重大群体性事件', nameEn: 'Major, of a group' },
]
