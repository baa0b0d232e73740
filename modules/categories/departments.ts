/** The county's departments and units that take matters passed up from a township. A county edits the list; codes stay. */
import type { Department } from './category.ts'

export const departments: readonly Department[] = [
  { code: 'centre', name: '县综治中心', nameEn: 'County Governance Centre' },
  { code: 'police', name: '县公安局', nameEn: 'Public Security Bureau' },
  { code: 'traffic', name: '县交警大队', nameEn: 'Traffic Police' },
  { code: 'fire', name: '县消防救援大队', nameEn: 'Fire and Rescue' },
  { code: 'justice', name: '县司法局', nameEn: 'Justice Bureau' },
  { code: 'emergency', name: '县应急管理局', nameEn: 'Emergency Management Bureau' },
  { code: 'housing', name: '县住建局', nameEn: 'Housing and Construction Bureau' },
  { code: 'city', name: '县综合执法局', nameEn: 'City Management Bureau' },
  { code: 'transport', name: '县交通运输局', nameEn: 'Transport Bureau' },
  { code: 'ecology', name: '县生态环境局', nameEn: 'Ecology and Environment Bureau' },
  { code: 'water', name: '县水利局', nameEn: 'Water Bureau' },
  { code: 'agriculture', name: '县农业农村局', nameEn: 'Agriculture and Rural Affairs Bureau' },
  { code: 'forestry', name: '县林业局', nameEn: 'Forestry Bureau' },
  { code: 'land', name: '县自然资源局', nameEn: 'Land and Natural Resources Bureau' },
  { code: 'civil', name: '县民政局', nameEn: 'Civil Affairs Bureau' },
  { code: 'labour', name: '县人社局', nameEn: 'Labour and Social Security Bureau' },
  { code: 'medicare', name: '县医保局', nameEn: 'Medical Insurance Bureau' },
  { code: 'health', name: '县卫健局', nameEn: 'Health Bureau' },
  { code: 'education', name: '县教育局', nameEn: 'Education Bureau' },
  { code: 'market', name: '县市场监管局', nameEn: 'Market Supervision Bureau' },
  { code: 'power', name: '县供电公司', nameEn: 'Power Supply Company' },
  { code: 'petitions', name: '县信访局', nameEn: 'Petitions Bureau' },
  { code: 'discipline', name: '县纪委监委', nameEn: 'Discipline Inspection and Supervision' },
]
