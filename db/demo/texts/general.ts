/** What is said about a matter whatever it is about: on its way up, down and back, and when it is over. */
import { about, type Template } from './template.ts'

const quarrels = ['01']
/** Things in space that somebody repairs or clears away. */
const things = ['02', '04', '06', '07', '08', '0904', '1107']
const money = ['0104', '0105', '0502', '0503', '0504', '0505', '0506']
const papers = ['05', '11', '0907']

/** Notes in the file, by staff. */
export const notes: readonly Template[] = [
  '电话联系了反映人，情况属实。',
  '打了{两|三}次电话没人接，晚上再联系。',
  '反映人说晚上在家，到时上门。',
  '现场照片已传，请领导看一下。',
  '请{chief}再去看一眼，我这边走不开。',
  '已向{镇里|村里}说明情况。',
  '到现场看了，{明天|后天|下午}再去一趟。',
  about(things, '料已经买好，等天晴就干。'),
  about(things, '先放了警示牌，拉了绳子。'),
  about(things, '配件要从{县城|市里}拿，{两|三}天到。'),
  about(things, '下雨干不成，往后推一天。'),
  about(things, '这处以前也坏过，这回打算彻底修。'),
  about(things, '已告诉{dozen}户邻居，这两天注意绕行。'),
  about(things, '施工队{已进场|明天进场|下午到}。'),
  about(quarrels, '已和双方约好{今晚七点|明天上午|周六}见面说。'),
  about(quarrels, '双方都有松动，再做做工作。'),
  about(money, '账目和票据已经收齐，正在核对。'),
  about(papers, '已问过主管单位，等他们答复。'),
]

/** A word to the reporter, which they can read with their tracking code. */
export const answers: readonly Template[] = [
  '您反映的事已收到，{明天|今天下午|后天}派人去看。',
  '已经派人去看了，有结果马上告诉您。',
  '事情比想的麻烦些，已请{镇里|县里}帮忙，请您再等等。',
  '给您打电话没打通，方便时请回个电话。',
  '正在办，最迟{三天|五天|本周}内给您答复。',
  about(things, '配件在路上，{两|三}天内修好，请您先绕行。'),
  about(things, '谢谢您提醒，附近也一并检查了。'),
  about(things, '下雨耽误了一天，天晴就动工。'),
  about(quarrels, '{chief}{今晚|明天|周六}上门，请您在家等一下。'),
  about(papers, '材料先备好身份证和户口本，{chief}上门帮您办。'),
]

/** What the reporter adds or asks. */
export const questions: readonly Template[] = [
  '请问有人来看了吗？',
  '大概哪天能办好？',
  '补充一下，{早上|晚上|中午}人多的时候最明显。',
  '我白天上班，{晚上七点|中午}以后能接电话。',
  '巷里还有{few}家也是这样。',
  '昨天有人来看过了，谢谢。',
  '情况比前几天{严重了|更明显了}，请快点。',
  about(things, '位置说得更清楚点，在{垃圾桶|电线杆|公示牌|水龙头}跟前。'),
  about(things, '来了人量了量就走了，什么时候动工？'),
  about(quarrels, '我愿意调解，看对方{晚上|周末}有没有空。'),
  about(papers, '还要准备什么材料，请说一声。'),
]

/** Why it goes up one rung: said on any rung, then on one. */
export const passUpReasons: Readonly<Record<'any' | 'lane' | 'village' | 'town', readonly Template[]>> = {
  any: [
    '我们这里办不了，请上级安排。',
    '牵扯的人多，请上级出面协调。',
    '需要{盖章|开证明|专业人员来看}，请上级帮助。',
    '当事人对处理不服，请上级出面。',
    about(things, '要用{铲车|吸污车|吊车}，我们没有，请上级安排。'),
    about(things, '要花钱买材料，我们没有这笔钱，请上级解决。'),
    about(things, '需要专业人员来看，我们干不了。'),
    about(quarrels, '说和了{两|三}回没说成，请上级调解。'),
    about(money, '涉及账目和政策，我们说不清楚，请上级核实。'),
    about(['05', '11'], '政策口径拿不准，请上级答复。'),
    about(['09', '0406', '0704', '10'], '要执法处罚，我们没有这个权，请有关部门处理。'),
  ],
  lane: [
    '巷里办不了，请村里安排。',
    '不止我们巷，全村都这样，请村里看看。',
    '牵扯到{few}条巷，请村委会统一安排。',
    '人不在本巷住，我联系不上，请村里帮忙。',
    about(things, '要用{铲车|吸污车|吊车}，请村里安排。'),
    about(things, '要花钱买材料，请村里定。'),
    about(quarrels, '双方意见大，我说和了{两|三}回没说成，请村里出面。'),
    about(['05', '11'], '需要村里开证明、盖章。'),
  ],
  village: [
    '牵扯邻村，请镇里协调。',
    '当事人对村里的处理不服，请镇里出面。',
    about(things, '村里没有这笔钱，请镇里帮助解决。'),
    about(things, '需要专业人员来看，村里干不了。'),
    about(things, '是县里管的，请镇里往上报。'),
    about(quarrels, '村调委会调了{两|三}次没成，请镇里支持。'),
    about(['05', '11', '01', '03'], '政策上拿不准，请镇里给个说法。'),
    about(['04', '06', '09', '10'], '涉及执法，村里没有这个权，请镇里安排。'),
  ],
  town: [
    '属县级部门职责，请主管单位办理。',
    '涉及两个乡镇，请县里协调。',
    '政策口径不明确，请县里给个说法。',
    about(things, '需要鉴定、检测，请县里派技术人员。'),
    about(things, '花钱较多，镇里已报计划，请县里支持。'),
    about(['04', '06', '09', '10'], '要执法处罚，请主管部门处理。'),
    about(['0105', '0506', '09'], '已协调三次，企业不配合，请部门督促。'),
  ],
}

/** With what words it is handed down. */
export const handDownWords: readonly Template[] = [
  '请先到现场看看，能办的当天办。',
  '这事你们能办，请接手，有困难再说。',
  '请和反映人联系，办好后拍张照。',
  '请{两|三}天内办完，给反映人回个话。',
  '离你那里近，请去看一下。',
  '请核实情况，属实就处理，不属实说明白。',
  about(quarrels, '请上门听听双方怎么说，先稳住。'),
  about(things, '材料已经备好，请派人来取，组织人安装。'),
  about(things, '天气预报有雨，请抓紧。'),
  about(['04', '07', '08'], '县里出料，请村里出工。'),
]

/** With what words it is handed over from one department to another. */
export const handOverWords: readonly Template[] = [
  '经核实属贵单位职责，请办理。',
  '需两家一起办，我们的部分已办完，请接着办。',
  '反映人要求由贵单位答复，请直接联系。',
  '派单时分错了类别，请接收。',
  '执法权在贵单位，相关照片附后。',
  about(things, '现场看过，是贵单位管的{管线|路段|杆子|设施}，请处理。'),
]

export type RefusalTexts = { readonly reason: string; readonly channel: string; readonly about?: readonly string[] }

/** Why it is not taken, and where it can be taken instead: both are always said. */
export const refusals: readonly RefusalTexts[] = [
  { reason: '这件事和您前几天反映的是同一件，正在办。', channel: '请用原来的查询码看进度。' },
  { reason: '内容太少，找不到地方，也联系不上您。', channel: '请写清地点再报一次，或给街巷长打电话。' },
  { reason: '地点不在本县，我们办不了。', channel: '请拨打当地 12345。' },
  { reason: '经核实没有这回事。', channel: '如有新情况，请再报，或拨打 12345。' },
  { reason: '此事法院正在审理，我们不能插手。', channel: '请向承办法官询问，或拨打 12368。', about: ['01'] },
  { reason: '判决已经生效，不属于调解范围。', channel: '可向县法院申请执行，电话 12368。', about: ['0101', '0103', '0104'] },
  { reason: '对方明确不愿意调解。', channel: '可到县法院起诉；法律援助电话 12348。', about: ['01'] },
  { reason: '属于劳动争议，须先仲裁。', channel: '请到县人社局劳动仲裁院申请，电话 12333。', about: ['0105'] },
  { reason: '已有行政复议在办，不重复受理。', channel: '请等复议决定，或到县司法局复议窗口询问。', about: ['05'] },
  { reason: '这件事正在走信访程序，不重复受理。', channel: '请到县信访局查询，或拨打 12345。', about: ['0502', '0506', '0599'] },
  { reason: '商家在外地，属网上购物纠纷。', channel: '请拨打 12315，或在全国 12315 平台登记。', about: ['0599', '0907'] },
  { reason: '问的是银行自己的业务。', channel: '请拨打该银行客服，或金融投诉电话 12378。', about: ['0599', '1199'] },
  { reason: '手机信号、宽带由通信公司负责，已代为转告。', channel: '请拨打运营商客服，不满意可再拨 12345。', about: ['1199'] },
  {
    reason: '属小区内部设施，由物业负责，已代为转告。',
    channel: '请联系物业；物业不办，请向县住建局反映。',
    about: ['08', '0601', '0703'],
  },
]

/** Why the reporter, or who checks, says it is not solved. */
export const reopenReasons: readonly Template[] = [
  '只弄了一半，还没有彻底解决。',
  '没有人来过，怎么就办完了？',
  '来看了一下就走了，没有动手。',
  '说好给我回电话，一直没有等到。',
  '好了{一天|两天|三天}又成了老样子。',
  about(things, '修好{一天|两天|三天}又坏了。'),
  about(['04', '06'], '清走了又有人弄成这样，得想个长久的办法。'),
  about(['08', '0202'], '填的土一下雨又塌了。'),
  about(things, '照片拍的不是我说的那一处。'),
  about(quarrels, '当时答应了，过后又不认了。'),
  about(quarrels, '对方又开始了，请再来一趟。'),
  about(money, '钱只给了一部分。'),
]

/** A remark with a rating of 1 to 5. */
export const ratingRemarks: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly Template[]>> = {
  1: ['没解决，只会推。', '等了半个多月，来了一趟就没下文。', '不满意，态度也不好。', '说办完了，其实没办。'],
  2: ['太慢了。', '打了好几次电话才来。', '只解决了一半。', '来的人说不清楚，又得等。'],
  3: ['办是办了，慢了点。', '还行，希望以后快点。', '凑合，过几天再看。', '基本解决。'],
  4: ['办得不错，谢谢。', '来得挺快。', '解决了，就是中间等了两天。', '来的人很耐心。', '满意。'],
  5: [
    '上午报的，下午就办好了，谢谢！',
    '很满意，{街巷长|网格员|村干部}负责。',
    '没想到这么快，给你们点赞。',
    '老人很高兴，让我说声谢谢。',
    '真管用，以后有事就找街巷长。',
    '问题解决得彻底。',
    '态度好，办事快。',
    '多谢，辛苦了。',
    about(['0801'], '晚上走路，心里亮堂。'),
  ],
}

/** Why the reporter takes it back. */
export const withdrawReasons: readonly Template[] = [
  '已经自己解决了，谢谢。',
  '报错地方了。',
  '重复报了一次，这条撤了。',
  '家里人商量好了，先不反映了。',
  '按错了，不好意思。',
  about(quarrels, '两家说开了，不用来了。'),
  about(['0404', '0601', '0602'], '对方已经把东西挪走了。'),
  about(['08', '0203'], '已经有人来修了，不用再派人。'),
  about(['1001', '1199'], '东西找到了。'),
]
