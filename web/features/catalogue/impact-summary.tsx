import type { ReactNode } from 'react'
import type { DraftImpact } from '../../../contract/catalogue-checking.ts'
import { SEAL_NAMES } from './catalogue-words.ts'

/** What publishing would touch (影响预览). */
export function ImpactSummary({ impact }: { impact: DraftImpact }) {
  const { bundles, templates } = impact
  return (
    <dl className="impact">
      <Row name="在办办件">
        <OpenApplications open={impact.openApplications} />
      </Row>
      <Row name="正在填写">{draftWords(impact.citizenDrafts)}</Row>
      <Row name="一件事">
        {bundles.length === 0 ? '没有涉及' : bundles.map(({ name }) => `“${name}”`).join('、')}
      </Row>
      <Row name="用印">
        {sealWords(impact.seal)}
        {impact.seal.unconfirmed && <span className="tag amber">用印方式待确认</span>}
      </Row>
      <Row name="表单">{formWords(impact.form)}</Row>
      <Row name="文书">
        {templates.length === 0 && '文字不变'}
        {templates.map(({ kind, title, because }) => (
          <p key={kind}>
            {title} <span className="sec">{because}</span>
          </p>
        ))}
      </Row>
    </dl>
  )
}

function Row(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function OpenApplications({ open }: { open: DraftImpact['openApplications'] }) {
  if (open.total === 0) return '没有'
  return (
    <>
      {open.total} 件，仍按收件时的版本办完
      <p className="sec">
        {open.byStage.map(({ label, count }) => `${label} ${count}`).join('，')}
      </p>
      <p className="sec">
        {open.byGuideVersion
          .map(({ version, count }) => `按第 ${version} 版 ${count} 件`)
          .join('，')}
      </p>
    </>
  )
}

function draftWords(drafts: DraftImpact['citizenDrafts']): string {
  if (drafts === null) return '没有统计'
  return drafts === 0 ? '没有' : `${drafts} 份，施行后提示申请人按新版本核对`
}

function sealWords({ before, after }: DraftImpact['seal']): string {
  return before === after
    ? `不变：${SEAL_NAMES[after]}`
    : `由${SEAL_NAMES[before]}改为${SEAL_NAMES[after]}`
}

function formWords({ before, after }: DraftImpact['form']): string {
  const name = (form: string | null) => form ?? '没有表单'
  return before === after ? `不变：${name(after)}` : `由 ${name(before)} 改为 ${name(after)}`
}
