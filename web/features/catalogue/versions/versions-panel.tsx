import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { longDate, longMinute } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { versionDiffQuery, versionsQuery, type VersionRow } from '../catalogue-queries.ts'
import { KIND_WORDS } from '../catalogue-words.ts'
import { DocumentWords } from '../document-words.tsx'
import { DiffTable } from './diff-table.tsx'

const STANDINGS = { 'in-force': '现行', scheduled: '待生效', past: '已失效' } as const
const STANDING_TAGS = { 'in-force': 'tag green', scheduled: 'tag blue', past: 'tag' } as const

/** Every version with the document it rests on, and any two side by side. */
export function VersionsPanel({ itemId }: { itemId: string }) {
  const { data, error, refetch } = useQuery(versionsQuery(itemId))
  if (error && !data) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  return (
    <>
      <section className="panel" aria-label="版本和调整记录">
        <div className="ph">
          <h2 className="h">版本和调整记录</h2>
        </div>
        <table className="versions">
          <thead>
            <tr>
              <th>内容</th>
              <th>版本</th>
              <th>施行</th>
              <th>状态</th>
              <th>变动和依据</th>
              <th>发布</th>
            </tr>
          </thead>
          <tbody>
            {data.versions.map((version) => (
              <tr key={`${version.kind}/${version.version}`}>
                <td>{KIND_WORDS[version.kind]}</td>
                <td>第 {version.version} 版</td>
                <td>{longDate(version.effectiveOn)}</td>
                <td>
                  <span className={STANDING_TAGS[version.standing]}>
                    {STANDINGS[version.standing]}
                  </span>
                </td>
                <td>
                  {version.sentence}
                  {version.reason !== '' && <p className="sec">{version.reason}</p>}
                  <DocumentWords document={version.document} />
                </td>
                <td className="sec">
                  {version.publishedAt === null ? '随系统提供' : longMinute(version.publishedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {(['guide', 'item'] as const).map((kind) => (
        <Compare
          key={kind}
          itemId={itemId}
          kind={kind}
          versions={data.versions.filter((version) => version.kind === kind)}
        />
      ))}
    </>
  )
}

function Compare(props: {
  itemId: string
  kind: 'guide' | 'item'
  versions: readonly VersionRow[]
}) {
  const numbers = props.versions.map(({ version }) => version).toSorted((a, b) => b - a)
  const [chosen, setChosen] = useState<{ from: number; to: number } | null>(null)
  const [newest = 0, before = 0] = numbers
  const { from, to } = chosen ?? { from: before, to: newest }
  const { data, error, refetch } = useQuery({
    ...versionDiffQuery(props.itemId, props.kind, from, to),
    enabled: numbers.length > 1,
  })
  if (numbers.length < 2) return null
  const name = KIND_WORDS[props.kind]
  const choice = (label: string, value: number, set: (version: number) => void) => (
    <label>
      {label}
      <select
        className="control"
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      >
        {numbers.map((version) => (
          <option key={version} value={version}>
            第 {version} 版
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <section className="panel" aria-label={`${name}版本对照`}>
      <div className="ph compare-head">
        <h2 className="h">{name}版本对照</h2>
        {choice('从', from, (version) => setChosen({ from: version, to }))}
        {choice('到', to, (version) => setChosen({ from, to: version }))}
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={4} />}
      {data && <DiffTable diff={data} />}
    </section>
  )
}
