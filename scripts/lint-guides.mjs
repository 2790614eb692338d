// npm run lint-guides [-- --details] [-- --strict]: what each shipped guide still lacks. With --strict an error is exit
// code 1; without it the table is for reading.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './prepare.mjs'

const CONFIRMATION = { baseline: '基准', drafted: '草拟', confirmed: '已确认' }

const outfile = path.join(ROOT, '.cache', 'lint-guides.mjs')
await build({
  absWorkingDir: ROOT,
  entryPoints: ['server/lint-guides.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
const { citedByShippedGuides, lintShippedGuides } = await import(pathToFileURL(outfile).href)
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const guides = lintShippedGuides(today)
const details = process.argv.includes('--details')

console.log('序号  指南    错误  提示  事项与还缺的部分')
for (const guide of guides) {
  console.log(
    [
      String(guide.annexNumber).padStart(4),
      pad(CONFIRMATION[guide.confirmation], 6),
      String(count(guide, 'error')).padStart(4),
      String(count(guide, 'warning')).padStart(4),
      guide.name,
    ].join('  '),
  )
  if (details)
    for (const { rule, severity, sentence, source } of guide.findings)
      console.log(`      ${severity === 'error' ? '✗' : '·'} ${sentence}（${rule}：${source}）`)
  else if (guide.lacking.length > 0) console.log(`      还缺：${guide.lacking.join('、')}`)
}

const errors = guides.reduce((sum, guide) => sum + count(guide, 'error'), 0)
const warnings = guides.reduce((sum, guide) => sum + count(guide, 'warning'), 0)
const clean = guides.filter((guide) => count(guide, 'error') === 0).length
console.log('\n规则            错误  提示  涉及指南')
for (const [rule, counts] of byRule(guides))
  console.log(
    `${rule.padEnd(22)}${String(counts.error).padStart(4)}  ${String(counts.warning).padStart(4)}  ${String(counts.guides.size).padStart(4)}`,
  )
console.log(
  `\n${guides.length} 份指南：${clean} 份没有错误；共 ${errors} 处错误，${warnings} 处提示（${today}）`,
)
const cited = citedByShippedGuides(today)
console.log('\n引用的条文（✓ 已与原文核对；待部门确认：凭所知写入，指南页和打印件上均有标注）')
for (const law of new Set(cited.map((one) => one.law))) {
  const of = (isVerified) =>
    cited
      .filter((one) => one.law === law && one.isVerified === isVerified)
      .map((one) => (details ? `${one.article}（${one.items.join('、')}）` : one.article))
      .join('、')
  const [held, open] = [of(true), of(false)]
  console.log(`《${law}》${held && ` ✓ 第 ${held} 条`}${open && ` 待部门确认：第 ${open} 条`}`)
}
const open = cited.filter(({ isVerified }) => !isVerified).length
console.log(`共 ${cited.length} 条：${cited.length - open} 条已核对，${open} 条待部门确认`)
process.exitCode = process.argv.includes('--strict') && errors > 0 ? 1 : 0

function count({ findings }, severity) {
  return findings.filter((finding) => finding.severity === severity).length
}

function byRule(all) {
  const rules = new Map()
  for (const { annexNumber, findings } of all)
    for (const { rule, severity } of findings) {
      const counts = rules.get(rule) ?? { error: 0, warning: 0, guides: new Set() }
      counts[severity] += 1
      counts.guides.add(annexNumber)
      rules.set(rule, counts)
    }
  return [...rules].toSorted((a, b) => b[1].error - a[1].error || b[1].warning - a[1].warning)
}

/** Han characters take two columns. */
function pad(text, width) {
  return text + ' '.repeat(Math.max(0, width - text.length * 2))
}
