import type { ReactNode } from 'react'
import type { ItemRow } from '../../contract/catalogue.ts'

/** What a visitor can do here: find an item, look at their own applications, check a document. */
export function PortalWays({ items }: { items: readonly ItemRow[] | undefined }) {
  const departments = new Map(items?.map((item) => [item.departmentId, item.departmentName]))
  return (
    <>
      <div className="ways">
        <Way href="/items" title="事项清单" mark={<ListMark />}>
          {items ? `${items.length} 项行政许可，办事指南和材料` : '行政许可事项、办事指南和材料'}
        </Way>
        <Way href="/my" title="我的办件" mark={<PaperMark />}>
          查进度、补正、撤回、下载文书、评价
        </Way>
        <Way href="/verify" title="文书核验" mark={<TickMark />}>
          扫二维码或者上传 PDF，辨真伪
        </Way>
      </div>
      {departments.size > 0 && (
        <section className="card departments">
          <h2>按部门找</h2>
          <ul>
            {[...departments].map(([id, name]) => (
              <li key={id}>
                <a href={`/items?department=${encodeURIComponent(id)}`}>
                  {name}
                  <small>{items?.filter((item) => item.departmentId === id).length} 项</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Way(props: { href: string; title: string; mark: ReactNode; children: ReactNode }) {
  return (
    <a className="card way" href={props.href}>
      <span className="round">{props.mark}</span>
      <span>
        <b>{props.title}</b>
        <small>{props.children}</small>
      </span>
    </a>
  )
}

function Mark({ path }: { path: string }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="#1A5FB4"
      strokeWidth="1.8"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
const ListMark = () => <Mark path="M9 6h12M9 12h12M9 18h12M3.5 6h1M3.500 12h1M3.500 18h1" />
const PaperMark = () => <Mark path="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7" />
const TickMark = () => (
  <Mark path="M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5" />
)
