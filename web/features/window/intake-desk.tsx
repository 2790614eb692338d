import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { guideQuery, itemsQuery, meQuery } from '../../api/queries.ts'
import { keepDraft } from '../../ui/kept-drafts.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { applicantFaults, faultsOfReceipt } from './applicant-faults.ts'
import { ApplicantForm } from './applicant-form.tsx'
import { assessmentDraftName } from './assessment-draft-name.ts'
import { FourChecks } from './four-checks.tsx'
import { emptyIntake, isIntakeDraft, withItem } from './intake-draft.ts'
import { ItemPicker } from './item-picker.tsx'
import { ItemStanding } from './item-standing.tsx'
import { MaterialRows } from './material-rows.tsx'
import { useReceive } from './use-receive.ts'
import { WindowFooter } from './window-footer.tsx'

const newIntake = () => emptyIntake(uuidv7)

/** A new application at the counter, until it is received (收件). */
export function IntakeDesk({ onReceived }: { onReceived: (applicationId: string) => void }) {
  const me = useQuery(meQuery()).data
  const today = me?.today ?? ''
  const draft = useDraft('intake', newIntake, isIntakeDraft)
  const intake = draft.value
  const items = useQuery(itemsQuery()).data?.items
  const item = items?.find(({ itemId }) => itemId === intake.itemId)
  const guide = useQuery({ ...guideQuery(intake.itemId ?? ''), enabled: intake.itemId !== null })
  const [tried, setTried] = useState(false)
  const receive = useReceive()
  const faults = tried ? faultsOfReceipt(intake, today) : applicantFaults(intake, today)
  const closed = item ? closedReason(item, intake.insist) : null

  const submit = async () => {
    setTried(true)
    const wanting = Object.values(faultsOfReceipt(intake, today))
    if (wanting.length > 0 || closed !== null || receive.busy || !guide.data) return
    const reply = await receive.run(intake)
    if (reply === undefined) return
    const { materials, remarks, checks } = intake
    keepDraft(sessionStorage, me?.accountId ?? '', assessmentDraftName(reply.applicationId), {
      materials,
      remarks,
      checks,
    })
    draft.clear()
    onReceived(reply.applicationId)
  }
  useHotkeys({ F7: () => void submit() })

  const materials = useMemo(
    () =>
      (guide.data?.materials ?? []).map((material) => ({
        ...material,
        state: intake.materials[material.number] ?? ('held' as const),
        remark: intake.remarks[material.number] ?? '',
      })),
    [guide.data, intake.materials, intake.remarks],
  )
  return (
    <>
      <section className="case" aria-label="申请">
        <ItemPicker
          focusFirst={intake.itemId === null}
          onChoose={({ itemId }) => draft.set((before) => withItem(before, itemId))}
        />
        {item && (
          <ItemStanding
            item={item}
            guide={guide.data}
            insist={intake.insist}
            onInsist={(insist) => draft.set((before) => ({ ...before, insist }))}
          />
        )}
        {guide.error && <ProblemNote problem={guide.error} onRetry={() => void guide.refetch()} />}
        {!item && tried && <p className="fault">请先选择事项。</p>}
        <ApplicantForm
          draft={intake}
          faults={faults}
          renewable={guide.data?.renewable ?? false}
          onChange={draft.set}
        />
        {receive.problem && (
          <ProblemNote problem={receive.problem} kept="您填写的内容都在，改正后再按 F7。" />
        )}
      </section>
      <section className="standard" aria-label="受理标准">
        <FourChecks
          checks={intake.checks}
          disabled={false}
          onChange={(checks) => draft.set((before) => ({ ...before, checks }))}
        />
        {item && !guide.data && !guide.error && <Skeleton lines={6} />}
        {!item && <p className="none">选好事项后，这里列出办事指南要求的材料，逐项核对。</p>}
        {materials.length > 0 && (
          <MaterialRows
            materials={materials}
            disabled={false}
            onCurrent={() => undefined}
            onState={(number, state) =>
              draft.set((before) => ({
                ...before,
                materials: { ...before.materials, [number]: state },
              }))
            }
            onRemark={(number, remark) =>
              draft.set((before) => ({
                ...before,
                remarks: { ...before.remarks, [number]: remark },
              }))
            }
            files={() => null}
          />
        )}
        {materials.length > 0 && <p className="none">收件后可以逐项上传或者拍摄材料。</p>}
      </section>
      <WindowFooter
        title={receiveWords(item !== undefined, Object.values(faults)[0], closed)}
        hint="收件即出具接收凭证，5 个工作日内须作出答复"
        acts={[
          {
            label: receive.busy ? '正在收件…' : '收件',
            hotkey: 'F7',
            primary: true,
            reason: receive.busy ? '正在收件' : closed,
            onAct: () => void submit(),
          },
          { label: '受理', hotkey: 'F8', reason: '收件后才能受理' },
          { label: '一次性告知', hotkey: 'F9', reason: '收件后才能告知' },
          { label: '不予受理', hotkey: 'F10', reason: '收件后才能不予受理' },
        ]}
      />
    </>
  )
}

function closedReason(
  item: { status: string; handledBy: string | null; guideVersion: number | null },
  insist: boolean,
): string | null {
  if (item.status === 'devolved')
    return `本事项已下放，请到${item.handledBy ?? '所在县（市）主管部门'}办理`
  if (item.guideVersion === null) return '本事项尚未公布办事指南，不能收件'
  return item.status === 'suspended' && !insist
    ? '本事项暂停：申请人坚持申请的，先勾选“申请人坚持申请”'
    : null
}

function receiveWords(chosen: boolean, fault: string | undefined, closed: string | null): string {
  if (!chosen) return '先查找事项（Ctrl+K）'
  return closed ?? fault ?? '核对无误后收件'
}
