import { creditCodeCheckCharacter } from '../../domain/identifiers/credit-code.ts'
import { seededRandom, type Random } from '../kill/seeded-random.ts'
import { seedOf } from './seed-of.ts'

// Put together from syllables and marked 某 or 示例: nobody is called so.
const SURNAMES = Array.from(
  '张王李刘陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶',
)
const GIVEN = Array.from(
  '岚桦溪澄砚禾芷朔晴野枫苒屹珩霁棠澜昭宁川语墨舟青原山月雪林星云河春秋冬夏石泉竹松柏兰菊梅莲荷桃杏',
)
// Names recur, as they do: what each is found by is reckoned once.
const SECOND = Array.from('岚桦禾宁')
const TIBETAN = [
  '扎西 卓玛 达瓦 尼玛 次仁 白玛 丹增 央金 格桑 拉姆 多吉 仁青 旦真 泽仁 索朗 益西 降措 罗尔 三郎 德吉',
  '贡布 班玛 更登 俄玛 罗让 甲措 色尔 加央 梅朵 旺姆 东珠 才让 桑吉 尕让 华尔 阿旺 洛桑 曲珍 措姆 勒格',
].flatMap((line) => line.split(' '))
const TRADES = [
  '文旅 商贸 农牧 餐饮 药业 建筑 物业 传媒 牦牛肉食品 青稞酒业 车厘子种植 客栈 电商 劳务 检测 医疗器械 种业 渔业',
].flatMap((line) => line.split(' '))
const COUNTIES = [
  [513201, '马尔康市'],
  [513221, '汶川县'],
  [513222, '理县'],
  [513223, '茂县'],
  [513224, '松潘县'],
  [513225, '九寨沟县'],
  [513226, '金川县'],
  [513227, '小金县'],
  [513228, '黑水县'],
  [513230, '壤塘县'],
  [513231, '阿坝县'],
  [513232, '若尔盖县'],
  [513233, '红原县'],
] as const
const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

export type Invented = {
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  readonly address: string
  readonly contactName: string
}

/** The n-th person or enterprise of a seed: invented, and valid in form. */
export function inventedApplicant(
  seed: number,
  kind: 'person' | 'company',
  index: number,
): Invented {
  const random = seededRandom(seedOf(seed, kind, index))
  const [code, county] = random.pick(COUNTIES)
  const address = `${county}示例路${1 + whole(random, 400)}号`
  const phone = `13${whole(random, 10)}${String(whole(random, 100_000_000)).padStart(8, '0')}`
  const person = inventedName(random)
  if (kind === 'person')
    return { name: person, identityNumber: idCard(random, code), phone, address, contactName: '' }
  const name = `${county.slice(0, 2)}${random.pick(GIVEN)}${random.pick(SECOND)}示例${random.pick(TRADES)}有限公司`
  return { name, identityNumber: creditCode(random, code), phone, address, contactName: person }
}

export function inventedName(random: Random): string {
  if (random.chance(0.4)) return `${random.pick(TIBETAN)}${random.pick(TIBETAN)}某`
  const [surname, given] = [random.pick(SURNAMES), random.pick(GIVEN)]
  if (random.chance(0.3)) return `${surname}某${given}`
  return `${surname}${given}${random.pick(SECOND)}某`
}

/** With its check character, GB 11643. */
export function idCardOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0)
  return `${seventeen}${'10X98765432'[sum % 11] ?? ''}`
}

function idCard(random: Random, county: number): string {
  const [year, month, day] = [
    1950 + whole(random, 55),
    1 + whole(random, 12),
    1 + whole(random, 28),
  ]
  const born = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
  return idCardOf(`${county}${born}${String(whole(random, 1000)).padStart(3, '0')}`)
}

function creditCode(random: Random, county: number): string {
  let code = `91${county}MA`
  while (code.length < 17) code += CODE_CHARACTERS[whole(random, CODE_CHARACTERS.length)] ?? ''
  return `${code}${creditCodeCheckCharacter(code)}`
}

function whole(random: Random, below: number): number {
  return Math.floor(random.next() * below)
}
