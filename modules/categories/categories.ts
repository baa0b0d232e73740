/**
 * The eleven kinds of matter that a lane chief looks after (the article, part D), and what people choose under each.
 *
 * What is not said to be public is not: only the state of public space is (roads, lamps, rubbish), never disputes, complaints
 * about somebody, help for a household, violence or anything about a minor. A complaint about an official (0507) goes to
 * the county's discipline inspection; whoever is complained about must not see it (信访工作条例 Art 30).
 */
import type { Category, Limits } from './category.ts'
import { lengthy, ordinary, quick, slow, urgent } from './limits.ts'

type Choice = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly department: string
  readonly limits: Limits
  readonly isPublic?: true
  readonly isEmergency?: true
  readonly goesAround?: true
}

type Kind = Pick<Category, 'code' | 'name' | 'nameEn' | 'ask' | 'askEn'> & { readonly choices: readonly Choice[] }

const kinds: readonly Kind[] = [
  {
    code: '01',
    name: '矛盾化解',
    nameEn: 'Disputes',
    ask: '邻里、家里、地界、钱上有了矛盾',
    askEn: 'A quarrel with neighbours, in the family, over land or money',
    choices: [
      { code: '0101', name: '邻里纠纷', nameEn: 'Between neighbours', department: 'justice', limits: slow },
      { code: '0102', name: '婚姻、赡养、家事', nameEn: 'Marriage, support of parents, family', department: 'justice', limits: slow },
      { code: '0103', name: '宅基地、承包地', nameEn: 'House plots and contracted land', department: 'land', limits: lengthy },
      { code: '0104', name: '借款、欠账', nameEn: 'Loans and unpaid bills', department: 'justice', limits: slow },
      { code: '0105', name: '拖欠工资', nameEn: 'Unpaid wages', department: 'labour', limits: slow },
      { code: '0106', name: '打架、扬言伤人', nameEn: 'Fights and threats', department: 'police', limits: urgent, isEmergency: true },
      { code: '0107', name: '家庭暴力', nameEn: 'Domestic violence', department: 'police', limits: urgent, isEmergency: true },
      { code: '0199', name: '其他矛盾', nameEn: 'Other disputes', department: 'justice', limits: slow },
    ],
  },
  {
    code: '02',
    name: '隐患排查',
    nameEn: 'Hazards',
    ask: '看见危险的地方，怕出事',
    askEn: 'Something looks dangerous',
    choices: [
      { code: '0201', name: '危房、危墙', nameEn: 'Unsafe houses and walls', department: 'housing', limits: quick },
      { code: '0202', name: '水井、坑塘没防护', nameEn: 'Open wells, pits, ponds', department: 'water', limits: quick, isPublic: true },
      { code: '0203', name: '电线隐患', nameEn: 'Unsafe power lines', department: 'power', limits: quick, isPublic: true },
      {
        code: '0204',
        name: '漏气、煤气中毒',
        nameEn: 'Gas leak, carbon monoxide',
        department: 'housing',
        limits: urgent,
        isEmergency: true,
      },
      { code: '0205', name: '着火、冒烟', nameEn: 'Fire or smoke', department: 'fire', limits: urgent, isEmergency: true },
      { code: '0206', name: '塌方、滑坡、地陷', nameEn: 'Landslide or subsidence', department: 'land', limits: urgent, isEmergency: true },
      { code: '0207', name: '洪水、河水上涨', nameEn: 'Flood or rising water', department: 'water', limits: urgent, isEmergency: true },
      { code: '0299', name: '其他隐患', nameEn: 'Other hazards', department: 'emergency', limits: quick },
    ],
  },
  {
    code: '03',
    name: '信息上报',
    nameEn: 'News for the village',
    ask: '有情况要告诉村里',
    askEn: 'Something the village should know',
    choices: [
      { code: '0301', name: '外来租住登记', nameEn: 'Newcomers and tenants', department: 'police', limits: ordinary },
      { code: '0302', name: '可疑情况', nameEn: 'Something suspicious', department: 'police', limits: quick },
      { code: '0303', name: '独居、困难人家', nameEn: 'Households that need a visit', department: 'civil', limits: ordinary },
      { code: '0304', name: '红白事、集体聚餐', nameEn: 'Weddings, funerals, large meals', department: 'market', limits: ordinary },
      { code: '0305', name: '庄稼受灾', nameEn: 'Damage to crops', department: 'agriculture', limits: ordinary },
      {
        code: '0306',
        name: '病死畜禽、野生动物',
        nameEn: 'Dead livestock, wild animals',
        department: 'agriculture',
        limits: quick,
        isPublic: true,
      },
      { code: '0399', name: '其他情况', nameEn: 'Other news', department: 'centre', limits: ordinary },
    ],
  },
  {
    code: '04',
    name: '环境卫生',
    nameEn: 'Cleanliness',
    ask: '垃圾、污水、臭味、噪声',
    askEn: 'Rubbish, sewage, smells, noise',
    choices: [
      { code: '0401', name: '垃圾清运、保洁', nameEn: 'Rubbish and sweeping', department: 'city', limits: quick, isPublic: true },
      { code: '0402', name: '污水外流', nameEn: 'Sewage in the open', department: 'housing', limits: quick, isPublic: true },
      { code: '0403', name: '公厕、旱厕', nameEn: 'Toilets', department: 'city', limits: ordinary, isPublic: true },
      { code: '0404', name: '乱堆乱放、乱贴', nameEn: 'Piles and flyposting', department: 'city', limits: ordinary, isPublic: true },
      { code: '0405', name: '焚烧秸秆、垃圾', nameEn: 'Burning straw or rubbish', department: 'ecology', limits: quick, isPublic: true },
      { code: '0406', name: '养殖臭味、粪污', nameEn: 'Smells and dung from animals', department: 'agriculture', limits: ordinary },
      { code: '0407', name: '噪声、扬尘', nameEn: 'Noise and dust', department: 'ecology', limits: ordinary, isPublic: true },
      { code: '0499', name: '其他环境问题', nameEn: 'Other cleanliness', department: 'city', limits: ordinary, isPublic: true },
    ],
  },
  {
    code: '05',
    name: '民意诉求',
    nameEn: 'Wishes and complaints',
    ask: '有意见、有建议、有难处',
    askEn: 'An opinion, a suggestion, a difficulty',
    choices: [
      { code: '0501', name: '意见建议', nameEn: 'Suggestions', department: 'centre', limits: ordinary },
      { code: '0502', name: '村务公开、集体账目', nameEn: 'Village accounts and openness', department: 'agriculture', limits: slow },
      { code: '0503', name: '低保、临时救助', nameEn: 'Minimum allowance and relief', department: 'civil', limits: ordinary },
      { code: '0504', name: '看病报销', nameEn: 'Medical bills', department: 'medicare', limits: ordinary },
      { code: '0505', name: '养老金、社保', nameEn: 'Pensions and social insurance', department: 'labour', limits: ordinary },
      { code: '0506', name: '征地、拆迁补偿', nameEn: 'Compensation for land and houses', department: 'land', limits: lengthy },
      { code: '0507', name: '干部作风', nameEn: 'Conduct of an official', department: 'discipline', limits: slow, goesAround: true },
      { code: '0599', name: '其他诉求', nameEn: 'Other wishes', department: 'petitions', limits: slow },
    ],
  },
  {
    code: '06',
    name: '交通秩序',
    nameEn: 'Traffic',
    ask: '乱停车、占道、路口危险、路上结冰',
    askEn: 'Parking, blocked roads, dangerous crossings, ice',
    choices: [
      { code: '0601', name: '车辆乱停', nameEn: 'Bad parking', department: 'traffic', limits: quick, isPublic: true },
      {
        code: '0602',
        name: '占道摆摊、占道晒粮',
        nameEn: 'Stalls or grain on the road',
        department: 'city',
        limits: quick,
        isPublic: true,
      },
      {
        code: '0603',
        name: '红绿灯、标志标线',
        nameEn: 'Signals, signs, markings',
        department: 'traffic',
        limits: ordinary,
        isPublic: true,
      },
      {
        code: '0604',
        name: '路口危险、车速快',
        nameEn: 'Dangerous crossings, speeding',
        department: 'traffic',
        limits: slow,
        isPublic: true,
      },
      { code: '0605', name: '交通事故', nameEn: 'Road accident', department: 'traffic', limits: urgent, isEmergency: true },
      { code: '0606', name: '班车、公交', nameEn: 'Buses', department: 'transport', limits: ordinary, isPublic: true },
      { code: '0607', name: '道路积雪结冰', nameEn: 'Snow and ice on the road', department: 'transport', limits: quick, isPublic: true },
      { code: '0699', name: '其他交通问题', nameEn: 'Other traffic', department: 'traffic', limits: ordinary, isPublic: true },
    ],
  },
  {
    code: '07',
    name: '绿化管理',
    nameEn: 'Trees and green space',
    ask: '树枝碍事、花草死了、绿地被占',
    askEn: 'Branches in the way, dead plants, occupied green space',
    choices: [
      { code: '0701', name: '树枝遮挡、修剪', nameEn: 'Pruning', department: 'forestry', limits: ordinary, isPublic: true },
      { code: '0702', name: '枯树、倒树', nameEn: 'Dead or fallen trees', department: 'forestry', limits: quick, isPublic: true },
      { code: '0703', name: '花草养护、补栽', nameEn: 'Care and replanting', department: 'housing', limits: ordinary, isPublic: true },
      { code: '0704', name: '毁绿占绿', nameEn: 'Damaged or occupied green space', department: 'city', limits: ordinary, isPublic: true },
      { code: '0705', name: '树木病虫害', nameEn: 'Pests on trees', department: 'forestry', limits: ordinary, isPublic: true },
      { code: '0799', name: '其他绿化问题', nameEn: 'Other green space', department: 'forestry', limits: ordinary, isPublic: true },
    ],
  },
  {
    code: '08',
    name: '市政设施',
    nameEn: 'Public works',
    ask: '路灯、道路、井盖、水管、水渠坏了',
    askEn: 'Street lamps, roads, manholes, pipes, channels',
    choices: [
      { code: '0801', name: '路灯不亮', nameEn: 'Street lamps', department: 'housing', limits: ordinary, isPublic: true },
      { code: '0802', name: '道路破损', nameEn: 'Damaged roads', department: 'transport', limits: slow, isPublic: true },
      { code: '0803', name: '井盖破损、丢失', nameEn: 'Manhole covers', department: 'housing', limits: quick, isPublic: true },
      { code: '0804', name: '停水、漏水', nameEn: 'Water supply and leaks', department: 'water', limits: quick, isPublic: true },
      { code: '0805', name: '停电、电杆', nameEn: 'Power cuts and poles', department: 'power', limits: quick, isPublic: true },
      {
        code: '0806',
        name: '路面积水、下水堵塞',
        nameEn: 'Standing water, blocked drains',
        department: 'housing',
        limits: quick,
        isPublic: true,
      },
      { code: '0807', name: '供暖、供气', nameEn: 'Heating and gas supply', department: 'housing', limits: quick },
      { code: '0808', name: '水渠、机井', nameEn: 'Irrigation channels and wells', department: 'water', limits: ordinary, isPublic: true },
      { code: '0899', name: '其他设施', nameEn: 'Other public works', department: 'housing', limits: ordinary, isPublic: true },
    ],
  },
  {
    code: '09',
    name: '安全生产',
    nameEn: 'Safety at work',
    ask: '厂子、工地、商店不安全',
    askEn: 'An unsafe factory, building site or shop',
    choices: [
      { code: '0901', name: '工地安全', nameEn: 'Building sites', department: 'housing', limits: quick },
      { code: '0902', name: '工厂、作坊隐患', nameEn: 'Factories and workshops', department: 'emergency', limits: quick },
      { code: '0903', name: '烟花爆竹', nameEn: 'Fireworks', department: 'emergency', limits: quick },
      { code: '0904', name: '消防通道、消防设施', nameEn: 'Fire lanes and equipment', department: 'fire', limits: quick, isPublic: true },
      { code: '0905', name: '危险品泄漏、爆炸', nameEn: 'Leak or explosion', department: 'emergency', limits: urgent, isEmergency: true },
      { code: '0906', name: '电梯、游乐设备', nameEn: 'Lifts and rides', department: 'market', limits: quick, isPublic: true },
      { code: '0907', name: '食品药品、假货', nameEn: 'Food, medicine, fake goods', department: 'market', limits: ordinary },
      { code: '0999', name: '其他安全问题', nameEn: 'Other safety', department: 'emergency', limits: quick },
    ],
  },
  {
    code: '10',
    name: '维稳安保',
    nameEn: 'Public order',
    ask: '治安不好、有人闹事、被偷被骗',
    askEn: 'Trouble, theft, fraud',
    choices: [
      { code: '1001', name: '偷盗', nameEn: 'Theft', department: 'police', limits: quick },
      {
        code: '1002',
        name: '聚众闹事、正在伤人',
        nameEn: 'Disturbance or attack going on',
        department: 'police',
        limits: urgent,
        isEmergency: true,
      },
      { code: '1003', name: '赌博、毒品线索', nameEn: 'Gambling and drugs', department: 'police', limits: quick },
      { code: '1004', name: '电话、网络诈骗', nameEn: 'Fraud by phone or internet', department: 'police', limits: urgent },
      { code: '1005', name: '犬只管理', nameEn: 'Dogs', department: 'police', limits: quick },
      { code: '1006', name: '学校周边、巡逻', nameEn: 'Round the school, patrols', department: 'police', limits: ordinary },
      { code: '1007', name: '孩子受侵害', nameEn: 'Harm to a child', department: 'police', limits: urgent, isEmergency: true },
      { code: '1099', name: '其他治安问题', nameEn: 'Other public order', department: 'police', limits: ordinary },
    ],
  },
  {
    code: '11',
    name: '便民服务',
    nameEn: 'Help and services',
    ask: '办事、帮忙、找人、问政策',
    askEn: 'Paperwork, a helping hand, a missing person, a question',
    choices: [
      { code: '1101', name: '户口、证件', nameEn: 'Household register, papers', department: 'police', limits: ordinary },
      { code: '1102', name: '政策咨询', nameEn: 'Questions on policy', department: 'centre', limits: ordinary },
      { code: '1103', name: '上门帮办', nameEn: 'Help at home', department: 'civil', limits: ordinary },
      { code: '1104', name: '老人、孩子走失', nameEn: 'Missing person', department: 'police', limits: urgent, isEmergency: true },
      { code: '1105', name: '突发疾病、受伤', nameEn: 'Sudden illness or injury', department: 'health', limits: urgent, isEmergency: true },
      { code: '1106', name: '上学、就业', nameEn: 'School and work', department: 'education', limits: ordinary },
      {
        code: '1107',
        name: '文体活动设施',
        nameEn: 'Sports and culture places',
        department: 'education',
        limits: ordinary,
        isPublic: true,
      },
      { code: '1199', name: '其他服务', nameEn: 'Other help', department: 'centre', limits: ordinary },
    ],
  },
]

/** Both levels, each kind before its choices: the order in which they are shown. Nobody reports under a kind alone. */
export const categories: readonly Category[] = kinds.flatMap(({ choices, ...kind }): Category[] => [
  {
    ...kind,
    parent: null,
    department: 'centre',
    isPublic: choices.some((each) => each.isPublic),
    isEmergency: false,
    goesAround: false,
    limits: ordinary,
  },
  ...choices.map((each) => ({
    isPublic: false,
    isEmergency: false,
    goesAround: false,
    ...each,
    parent: kind.code,
    ask: null,
    askEn: null,
  })),
])
