import { useCallback } from 'react'
import type { GuideView } from '../../contract/catalogue.ts'
import { call } from '../api/call.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { longDate } from '../ui/dates.ts'
import { GuideBanners } from './guide-banners.tsx'
import { GuideFlow } from './guide-flow.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import { GuideSide } from './guide-side.tsx'
import { devolvedTo } from './item-words.ts'
import { PUBLIC_GET_GUIDE } from './public-operations.ts'
import { PublicShell } from './public-shell.tsx'
import { useAnswer } from './use-answer.ts'
import './guide.css'

/** The guide of one item as it is in force now: what to bring, how long it takes, what it rests on. */
export function GuidePage({ itemId }: { itemId: string }) {
  const load = useCallback(
    (signal: AbortSignal) => call(PUBLIC_GET_GUIDE, { params: { itemId }, signal }),
    [itemId],
  )
  const { reply: guide, problem, retry } = useAnswer(load)
  return (
    <PublicShell title={guide ? `${guide.item.name}办事指南` : '办事指南'}>
      <div className="wrap guide">
        {problem?.status === 404 && (
          <EmptyNote title="没有这个事项">
            事项可能已经调整。<a href="/items">在事项清单中查找</a>
          </EmptyNote>
        )}
        {problem && problem.status !== 404 && <ProblemNote problem={problem} onRetry={retry} />}
        {!guide && !problem && <Skeleton lines={10} />}
        {guide && <Guide guide={guide} />}
      </div>
    </PublicShell>
  )
}

function Guide({ guide }: { guide: GuideView }) {
  const { item } = guide
  return (
    <>
      <p className="crumb no-print">
        <a href="/">首页</a> /{' '}
        <a href={`/items?department=${item.departmentId}`}>{item.departmentName}</a> / 办事指南
      </p>
      <h1>{item.name}</h1>
      <p className="soft">
        {item.annexNumber !== null && `清单第 ${item.annexNumber} 项 · `}
        {item.departmentName} · 指南第 {guide.version} 版，{longDate(guide.effectiveOn)}起施行
      </p>
      <GuideBanners guide={guide} />
      <div className="grid">
        <article className="card">
          <nav className="tabs no-print" aria-label="指南目录">
            <a href="#basics">基本信息</a>
            <a href="#conditions">受理条件</a>
            <a href="#materials">申请材料</a>
            <a href="#flow">办理流程</a>
            <a href="#fee">收费</a>
            <a href="#basis">设立依据</a>
          </nav>
          <Basics guide={guide} />
          <section className="s" id="conditions">
            <h2>受理条件</h2>
            <ul className="cond">
              {guide.conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          </section>
          <GuideMaterials materials={guide.materials} />
          <GuideFlow guide={guide} />
          <section className="s" id="fee">
            <h2>收费</h2>
            <p>{guide.fee ? `${guide.fee.amount} 元（${guide.fee.basis}）` : '不收费。'}</p>
          </section>
          <section className="s" id="basis">
            <h2>设立依据</h2>
            {guide.legalBasis.map((basis) => (
              <p key={basis}>{basis}</p>
            ))}
          </section>
          {guide.notes.length > 0 && (
            <section className="s">
              <h2>说明</h2>
              {guide.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </section>
          )}
        </article>
        <GuideSide guide={guide} />
      </div>
    </>
  )
}

/** A devolved item is neither accepted nor decided here. */
function placesOf(item: GuideView['item']): [string, string][] {
  if (item.status === 'devolved') return [['办理单位', devolvedTo(item)]]
  return [
    ['决定机关', item.departmentName],
    ['受理地点', '政务服务中心综合窗口'],
  ]
}

function Basics({ guide }: { guide: GuideView }) {
  const term = guide.validityYears === null ? '无固定期限' : `${guide.validityYears} 年`
  const facts: [string, string][] = [
    ...placesOf(guide.item),
    ['办件类型', guide.kind === 'on-the-spot' ? '即办件' : '承诺件'],
    ['办理结果', guide.certificateName],
    ['证照有效期', guide.renewable ? `${term}，可延续` : term],
    ...(guide.item.status === 'devolved'
      ? []
      : [['送达方式', '窗口领取、快递'] as [string, string]]),
    ...(guide.partnerNames.length > 0
      ? [['联办部门', guide.partnerNames.join('、')] as [string, string]]
      : []),
    ...(guide.correctionLimitDays === null
      ? []
      : [['补正期限', `${guide.correctionLimitDays} 日`] as [string, string]]),
  ]
  return (
    <section className="s" id="basics">
      <h2>基本信息</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
