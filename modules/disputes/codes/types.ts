/**
 * GB/T 31000-2015 社会治安综合治理基础数据规范, 事件类别: 17 kinds and the 78 under them, with our English words, and beside each the type of the
 * national mediation statistics that it counts as until the county says otherwise (codes/national.ts).
 */
import type { NationalType } from './national.ts'

export type DisputeType = {
  /** Two digits for a kind, four for one under it. */
  readonly code: string
  readonly parent: string | null
  readonly name: string
  readonly nameEn: string
  readonly nationalType: NationalType
}

const table: readonly (readonly [code: string, name: string, nameEn: string, nationalType: NationalType])[] = [
  ['01', '婚恋家庭纠纷', 'Love, marriage and family', 'marriage_family'],
  ['0101', '恋爱及婚姻', 'Love and marriage', 'marriage_family'],
  ['0102', '抚养赡养监护', 'Upbringing, support of parents, guardianship', 'marriage_family'],
  ['0103', '分家与继承', 'Division of the household, inheritance', 'marriage_family'],
  ['0199', '其他', 'Other, in the family', 'marriage_family'],
  ['02', '邻里纠纷', 'Between neighbours', 'neighbours'],
  ['0201', '用水排水通行通风采光', 'Water, drains, passage, air and light', 'neighbours'],
  ['0202', '相邻土地建筑利用', 'Use of adjoining land and buildings', 'neighbours'],
  ['0203', '相邻污染损害防止', 'Pollution and damage next door', 'neighbours'],
  ['0299', '其他', 'Other, between neighbours', 'neighbours'],
  ['03', '人格权纠纷', 'Rights of the person', 'damages'],
  ['0301', '姓名肖像', 'Name and likeness', 'damages'],
  ['0302', '名誉隐私', 'Reputation and privacy', 'damages'],
  ['0303', '身体健康及人身自由', 'Body, health and freedom', 'damages'],
  ['0399', '其他', 'Other, rights of the person', 'damages'],
  ['04', '物权相关纠纷', 'Property', 'other'],
  ['0401', '财物返还及损害赔偿', 'Return of property and damages', 'damages'],
  ['0402', '物业及其管理', 'Residential property management', 'property_management'],
  ['0403', '房屋等不动产登记', 'Registration of houses and land', 'house_plot'],
  ['0499', '其他', 'Other, property', 'other'],
  ['05', '侵权相关纠纷', 'Torts', 'damages'],
  ['0501', '教育机构', 'Schools and kindergartens', 'damages'],
  ['0502', '医疗损害', 'Medical injury', 'medical'],
  ['0503', '交通事故', 'Traffic accidents', 'traffic'],
  ['0504', '环境污染', 'Environmental pollution', 'environment'],
  ['0505', '产品责任', 'Faulty products', 'damages'],
  ['0506', '网络侵权', 'Wrongs done online', 'damages'],
  ['0507', '劳务损害', 'Injury at hired work', 'damages'],
  ['0599', '其他', 'Other torts', 'damages'],
  ['06', '合同及相关纠纷', 'Contracts', 'contract'],
  ['0601', '消费及服务', 'Consumption and services', 'other_consumption'],
  ['0602', '房产买卖租赁', 'Sale and lease of houses', 'house_plot'],
  ['0603', '交易贸易', 'Trade', 'contract'],
  ['0604', '运输仓储', 'Transport and storage', 'contract'],
  ['0699', '其他', 'Other contracts', 'contract'],
  ['07', '劳动人事争议', 'Labour and personnel', 'other_labour'],
  ['0701', '劳动合同、劳务派遣', 'Labour contracts and agency work', 'other_labour'],
  ['0702', '社会保险', 'Social insurance', 'other_labour'],
  ['0703', '福利待遇', 'Benefits', 'other_labour'],
  ['0704', '人事争议', 'Personnel of public bodies', 'other_labour'],
  ['0799', '其他', 'Other, labour and personnel', 'other_labour'],
  ['08', '金融借贷纠纷', 'Finance and loans', 'contract'],
  ['0801', '证券基金期货', 'Securities, funds and futures', 'contract'],
  ['0802', '投资信托理财', 'Investment and trusts', 'contract'],
  ['0803', '保险', 'Insurance', 'contract'],
  ['0804', '借贷及担保', 'Loans and sureties', 'contract'],
  ['0899', '其他', 'Other, finance and loans', 'contract'],
  ['09', '土地及资源权属纠纷', 'Land and natural resources', 'forest_land'],
  ['0901', '土地承包经营', 'Contracted farmland', 'forest_land'],
  ['0902', '宅基地使用', 'Use of house plots', 'house_plot'],
  ['0903', '山林矿产', 'Forest and minerals', 'forest_land'],
  ['0904', '水域水利', 'Waters and water works', 'forest_land'],
  ['0999', '其他', 'Other, land and resources', 'forest_land'],
  ['10', '其他民商事纠纷', 'Other civil and commercial', 'other'],
  ['1001', '知识产权', 'Intellectual property', 'other'],
  ['1002', '公司企业设立解散', 'Founding and dissolving companies', 'business'],
  ['1003', '海事海商', 'Maritime', 'other'],
  ['1004', '竞争纠纷', 'Competition', 'business'],
  ['1005', '票据与信用证', 'Bills and letters of credit', 'other'],
  ['1006', '无因管理与不当得利', 'Acting unasked, unjust enrichment', 'other'],
  ['1099', '其他', 'Other civil and commercial matters', 'other'],
  ['11', '城乡建设发展纠纷', 'Building of town and country', 'expropriation'],
  ['1101', '国有土地上房屋征收', 'Expropriation of houses on state land', 'expropriation'],
  ['1102', '农村集体土地征用', 'Taking of collective land', 'expropriation'],
  ['1103', '城乡规划及拆违', 'Planning and unlawful building', 'expropriation'],
  ['1104', '基础设施建设及市政市容', 'Infrastructure and municipal works', 'other'],
  ['1105', '移民安置', 'Resettlement', 'expropriation'],
  ['1199', '其他', 'Other, building of town and country', 'other'],
  ['12', '涉民政纠纷', 'Civil affairs', 'other'],
  ['1201', '村(社区)选举和管理', 'Village elections and administration', 'other'],
  ['1202', '优抚救助', 'Veterans and relief', 'other'],
  ['1203', '区划边界', 'Boundaries of divisions', 'other'],
  ['1299', '其他', 'Other civil affairs', 'other'],
  ['13', '其他行政执法纠纷', 'Other administrative enforcement', 'other'],
  ['1301', '城市管理', 'City management', 'other'],
  ['1302', '教育文体管理', 'Education, culture and sport', 'other'],
  ['1303', '工商税务管理', 'Business registration and taxes', 'other'],
  ['1304', '安全生产管理', 'Safety at work', 'other'],
  ['1305', '交通运输管理', 'Transport', 'other'],
  ['1306', '海事渔事管理', 'Maritime and fisheries', 'other'],
  ['1307', '计划生育管理', 'Family planning', 'other'],
  ['1399', '其他', 'Other enforcement', 'other'],
  ['14', '涉法涉诉纠纷', 'Law enforcement and courts', 'other'],
  ['1401', '涉公安', 'The police', 'other'],
  ['1402', '涉检察院', 'The procuratorate', 'other'],
  ['1403', '涉法院', 'The court', 'other'],
  ['1404', '涉司法行政机关', 'The justice administration', 'other'],
  ['15', '涉组织涉纪检纠纷', 'Organisation and discipline', 'other'],
  ['1501', '组织人事', 'Appointments', 'other'],
  ['1502', '干部作风', 'Conduct of officials', 'other'],
  ['1599', '其他', 'Other, organisation and discipline', 'other'],
  ['16', '涉民族宗教纠纷', 'Ethnic and religious affairs', 'other'],
  ['1601', '涉民族问题', 'Ethnic affairs', 'other'],
  ['1602', '涉宗教问题', 'Religious affairs', 'other'],
  ['99', '其他', 'Other', 'other'],
]

/** Each kind before those under it. */
export const types: readonly DisputeType[] = table.map(([code, name, nameEn, nationalType]) => ({
  code,
  parent: code.length === 4 ? code.slice(0, 2) : null,
  name,
  nameEn,
  nationalType,
}))

const byCode = new Map(types.map((each) => [each.code, each]))

export const typeOf = (code: string): DisputeType | undefined => byCode.get(code)
