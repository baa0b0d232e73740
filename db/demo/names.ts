/** Invented names for the demo county: people as they are called in southern Shanxi, lanes as villages and compounds name them. */
import { between, chance, pick, type Random, weighted } from './random.ts'

/** Surnames and how common each is, out of about a thousand. */
// biome-ignore format: a table
const surnames = Object.entries({
  张: 98, 王: 94, 李: 88, 赵: 46, 刘: 45, 杨: 36, 郭: 30, 陈: 28, 卫: 26, 柴: 25, 吉: 22, 冯: 22, 贾: 20, 薛: 18, 任: 18, 史: 17, 董: 17, 孙: 17,
  高: 16, 马: 16, 周: 15, 吕: 15, 段: 14, 梁: 14, 韩: 13, 崔: 12, 郝: 12, 乔: 12, 武: 12, 宁: 11, 裴: 11, 吴: 11, 徐: 11, 曹: 10, 贺: 9, 焦: 9,
  樊: 9, 姚: 9, 尉: 8, 谢: 8, 申: 8, 许: 8, 解: 7, 原: 7, 田: 7, 何: 7, 侯: 7, 范: 7, 常: 6, 孔: 6, 胡: 6, 邢: 6, 苏: 6, 靳: 5, 程: 5, 毛: 5, 席: 5,
  潘: 4, 景: 4, 晋: 4, 师: 4, 蔺: 3, 仪: 2, 续: 2, 上官: 1,
})

type Style = { readonly first: string; readonly last: string; readonly single: string }

const men: Style = {
  first: '建国志文永玉金天长保根福振学明德庆连新俊安云泽双全红小春秋海东晓世宏',
  last: '国平军民强林生才义杰文明斌龙胜良成峰红武山虎锁科刚华忠旺俊宝贵福奎喜田社仓狮',
  single: '强军勇刚斌峰平民胜忠',
}
const women: Style = {
  first: '秀玉桂春兰淑爱巧金翠月红晓雪丽海艳慧小云彩改冬凤美俊亚建素会',
  last: '英兰梅珍香芳花莲萍琴玲霞芬娥燕红丽娟敏云叶青爱仙绒玉荣平慧枝',
  single: '芳霞玲萍兰英梅琴',
}
const youngMen: Style = {
  first: '浩宇泽嘉俊博晨鹏凯旭志思文晓亚少家',
  last: '轩杰宇涛鹏飞豪阳龙博辉超伟磊帆琦洋鑫亮楠',
  single: '伟磊涛鹏波辉超亮杰飞浩凯',
}
const youngWomen: Style = {
  first: '雨梦佳思欣晓雅婷诗静嘉美文亚丹',
  last: '婷萱琪怡欣雯洁瑶茹悦娜妮颖月楠蕾',
  single: '静敏娟倩婷莉艳洁丹蕾',
}

const styles = [
  [men, 46],
  [women, 26],
  [youngMen, 16],
  [youngWomen, 12],
] as const

/** Names that would be taken for a person in the public eye. */
const known = new Set([
  '李强',
  '李鹏',
  '李小鹏',
  '李明',
  '张军',
  '张国清',
  '刘金国',
  '刘德华',
  '胡春华',
  '王毅',
  '马云',
  '周杰伦',
  '李宏伟',
  '姚明',
  '苏炳添',
  '孙杨',
  '许家印',
])

const womens = styles.filter(([style]) => style === women || style === youngWomen)

/** A person's name: about fifty thousand can come out, the common ones more often, as in life. */
export function personName(random: Random, from: typeof styles | typeof womens = styles): string {
  const { first, last, single } = weighted(random, from)
  const one = chance(random, 0.14)
  const [start, end] = [pick(random, [...first]), pick(random, [...last])]
  const name = weighted(random, surnames) + (one ? pick(random, [...single]) : start === end ? end : start + end)
  return known.has(name) ? personName(random, from) : name
}

export const womansName = (random: Random): string => personName(random, womens)

/** Whether an invented name is more likely a woman's: by the character it ends with. */
export const isWomansName = (name: string): boolean => {
  const last = name.at(-1)!
  return (women.last + youngWomen.last).includes(last) && !(men.last + youngMen.last).includes(last)
}

const streets = ['前街', '后街', '中街', '东街', '西街', '南街', '北街', '老街', '新街', '大巷']
const landmarks = [
  ...[
    '槐树巷',
    '学校巷',
    '大队部巷',
    '戏台巷',
    '水塔巷',
    '井台巷',
    '涝池巷',
    '供销社巷',
    '场院巷',
    '油坊巷',
    '豆腐坊巷',
    '碾子巷',
    '祠堂巷',
    '桥头巷',
  ],
  ...[
    '沟边巷',
    '坡底巷',
    '核桃巷',
    '柿树巷',
    '杏园巷',
    '皂角巷',
    '枣园巷',
    '南门巷',
    '北门巷',
    '卫生室巷',
    '文化巷',
    '和平巷',
    '幸福巷',
    '团结巷',
    '水渠巷',
  ],
  ...[
    '窑院巷',
    '庙底巷',
    '果园巷',
    '粮站巷',
    '村委会巷',
    '饲养院巷',
    '磨面坊巷',
    '照壁巷',
    '楸树巷',
    '石桥巷',
    '仁和巷',
    '德孝巷',
    '向阳巷',
    '勤俭巷',
  ],
]
const quarters = [
  '东头',
  '西头',
  '南头',
  '北头',
  '前街',
  '后街',
  '新村',
  '沟西',
  '沟东',
  '坡上',
  '崖底',
  '老村',
  '路南',
  '路北',
  '东沟',
  '下庄',
  '上庄',
]
const compounds = [
  '和谐',
  '安居',
  '锦绣',
  '阳光',
  '文苑',
  '怡园',
  '明珠',
  '康乐',
  '福源',
  '新苑',
  '金桂',
  '龙泉',
  '学府',
  '惠民',
  '兴盛',
  '东苑',
  '滨河',
  '祥和',
]
const numerals = ['一', '二', '三', '四', '五', '六']

const family = (random: Random) => `${weighted(random, surnames)}家巷`
const run = (random: Random) => {
  const quarter = pick(random, quarters)
  return numerals.slice(0, between(random, 2, 4)).map((numeral) => `${quarter}${numeral}${quarter === '新村' ? '排' : '巷'}`)
}
/** One compound: buildings, and the entrances of each (compound → building → unit; article, D). */
const compound = (random: Random) => {
  const name = pick(random, compounds)
  const units = between(random, 1, 3)
  return Array.from({ length: between(random, 2, 5) }, (_, building) =>
    Array.from({ length: units }, (_, unit) => `${name}小区${building + 1}号楼${unit + 1}单元`),
  ).flat()
}

/** Villages this large are in town, where people live in compounds as well as in lanes. */
const urban = 22

/** The names of a village's lanes, all different; neighbouring ones are often numbered. A large place also has compounds. */
export function laneNames(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const isCompound = count >= urban && names.size > 8 && (names.size > 40 || chance(random, 0.6))
    const draw = random()
    const next = isCompound
      ? compound(random)
      : draw < 0.3
        ? run(random)
        : [draw < 0.62 ? pick(random, landmarks) : draw < 0.82 ? pick(random, streets) : family(random)]
    if (!isCompound || !names.has(next[0]!)) for (const name of next) names.add(name)
  }
  return [...names].slice(0, count)
}

const ends = {
  东: ['村委会', '村东水渠', '学校东墙', '环村路', '东沟沿', '打麦场', '果园边', '老戏台'],
  西: ['槐树坡', '村西涝池', '西沟沿', '进村路', '老供销社', '西场', '机井房', '祠堂西墙'],
  南: ['南北大街', '村南小桥', '南崖底', '卫生室', '河滩路', '南门口', '小学操场'],
  北: ['北坡底', '后沟', '水塔', '北环路', '老磨面坊', '村北核桃林', '北门口'],
} as const

/** What a lane takes in, as its notice board says it: "东至村委会,西至槐树坡,共24户". */
export function laneScope(random: Random, households: number): string {
  const [from, to] = chance(random, 0.6) ? (['东', '西'] as const) : (['南', '北'] as const)
  return `${from}至${pick(random, ends[from])}，${to}至${pick(random, ends[to])}，共${households}户`
}

/** 第一网格, 第二网格, ... up to 第九十九网格. */
export function gridName(index: number): string {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10]
  return `第${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}网格`
}
