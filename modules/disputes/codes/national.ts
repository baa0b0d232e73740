/**
 * The 18 types of the national yearly statistics of people's mediation (司法部). They are not those of GB/T 31000-2015, so a dispute carries
 * both; which one stands beside which is data of the county (codes/types.ts is what it begins with). Unpaid wages of migrant workers,
 * tourism and e-commerce have none in GB/T 31000 of their own: the mediator chooses them.
 */
export const nationalTypes = [
  { code: 'marriage_family', name: '婚姻家庭纠纷', nameEn: 'Marriage and family' },
  { code: 'neighbours', name: '邻里纠纷', nameEn: 'Between neighbours' },
  { code: 'house_plot', name: '房屋宅基地纠纷', nameEn: 'Houses and house plots' },
  { code: 'contract', name: '合同纠纷', nameEn: 'Contracts' },
  { code: 'business', name: '生产经营纠纷', nameEn: 'Production and business' },
  { code: 'damages', name: '损害赔偿纠纷', nameEn: 'Damages' },
  { code: 'forest_land', name: '山林土地纠纷', nameEn: 'Forest and land' },
  { code: 'expropriation', name: '征地拆迁纠纷', nameEn: 'Taking of land and houses' },
  { code: 'environment', name: '环境污染纠纷', nameEn: 'Environmental pollution' },
  { code: 'migrant_wages', name: '拖欠农民工工资纠纷', nameEn: 'Unpaid wages of migrant workers' },
  { code: 'other_labour', name: '其他劳动争议纠纷', nameEn: 'Other labour disputes' },
  { code: 'tourism', name: '旅游纠纷', nameEn: 'Tourism' },
  { code: 'e_commerce', name: '电子商务纠纷', nameEn: 'E-commerce' },
  { code: 'other_consumption', name: '其他消费纠纷', nameEn: 'Other consumption' },
  { code: 'medical', name: '医疗纠纷', nameEn: 'Medical' },
  { code: 'traffic', name: '道路交通事故纠纷', nameEn: 'Road accidents' },
  { code: 'property_management', name: '物业纠纷', nameEn: 'Residential property management' },
  { code: 'other', name: '其他纠纷', nameEn: 'Other' },
] as const satisfies readonly { code: string; name: string; nameEn: string }[]

export type NationalType = (typeof nationalTypes)[number]['code']

const codes: ReadonlySet<string> = new Set(nationalTypes.map(({ code }) => code))

export const isNationalType = (code: string): code is NationalType => codes.has(code)
