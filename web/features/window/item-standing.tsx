import type { GuideView, ItemRow } from '../../../contract/catalogue.ts'
import { CROSS_MARK_MEANING, limitWords } from '../../ui/item-words.ts'
import { ItemMarks } from './item-marks.tsx'

/** The chosen item: whose it is, how long it takes, which guide, and what its mark means for the person at the counter. */
export function ItemStanding(props: {
  item: ItemRow
  guide: GuideView | undefined
  insist: boolean
  onInsist: (insist: boolean) => void
}) {
  const { item, guide } = props
  return (
    <div className="standing">
      <div className="line">
        <b>{item.name}</b>
        <ItemMarks item={item} />
        <a className="guide" href={`/items/${item.itemId}`} target="_blank" rel="noreferrer">
          {item.guideVersion === null ? '尚未公布指南' : `指南第 ${item.guideVersion} 版`}
        </a>
      </div>
      <div className="line sec">
        {item.departmentName} · {limitWords(item)} · {guide ? feeWords(guide) : '…'}
        {item.confirmation === 'baseline' && (
          <span className="tag amber">基准指南，待部门确认</span>
        )}
        {item.confirmation === 'drafted' && <span className="tag amber">依法起草，待部门确认</span>}
      </div>
      {item.status === 'devolved' && (
        <p className="told" role="alert">
          <b>本事项已下放</b>，这里不能收件。请引导申请人到
          <b>{item.handledBy ?? '所在县（市）主管部门'}</b>办理。
        </p>
      )}
      {item.status === 'suspended' && (
        <p className="told" role="alert">
          <b>本事项标注为“暂停”</b>：请先向申请人说明情况。申请人仍要申请的，依法照收，部门须在 5
          个工作日内答复。
          <label>
            <input
              type="checkbox"
              checked={props.insist}
              onChange={(event) => props.onInsist(event.target.checked)}
            />
            申请人坚持申请
          </label>
        </p>
      )}
      {item.levelMark === '×' && <p className="told quiet">{CROSS_MARK_MEANING}</p>}
    </div>
  )
}

function feeWords({ fee }: GuideView): string {
  return fee === null ? '不收费' : `收费 ${fee.amount} 元（${fee.basis}）`
}
