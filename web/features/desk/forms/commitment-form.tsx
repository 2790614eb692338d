import { Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../api/use-command.ts'
import { longDate } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useTextDraft } from '../../../ui/use-draft.ts'
import type { ActFormProps } from '../act-form.tsx'
import { ActButton } from './act-button.tsx'
import { ReasonArea } from './reason-area.tsx'

const LEAST_FINDING = 10

/** 事后核查 (国办发〔2020〕42号): each commitment true or not, and what was found. It makes no document. */
export function CommitmentForm({ application, onDone }: ActFormProps) {
  const { applicationId, version, commitments } = application
  const waiting = commitments.filter(({ state }) => state !== 'kept')
  const [chosen, setChosen] = useState<number>()
  const [kept, setKept] = useState<boolean>()
  const finding = useTextDraft(`check-commitment:${applicationId}`)
  const { run, busy, problem } = useCommand('check-commitment')
  const material = chosen ?? waiting[0]?.material
  const written = finding.value.trim()
  const fault =
    kept === undefined
      ? '请选择核查结论'
      : Array.from(written).length < LEAST_FINDING
        ? `请写明核查的方式和事实，不少于 ${LEAST_FINDING} 个字`
        : null
  const send = async () => {
    if (material === undefined || kept === undefined) return
    const fields = { material, kept, finding: written }
    const reply = await run({ applicationId, expectedVersion: version, fields })
    if (reply === undefined) return
    finding.clear()
    onDone(reply)
  }
  return (
    <div className="form">
      <Radio.Group
        aria-label="承诺"
        value={material}
        onChange={(event) => setChosen(event.target.value as number)}
        options={waiting.map((one) => ({
          value: one.material,
          label: `第 ${one.material} 项 ${one.name}（${
            one.state === 'broken'
              ? '核查不实，整改后再次核查'
              : one.dueOn === null
                ? '核查期限待部门确认'
                : `${longDate(one.dueOn)}前核查`
          }）`,
        }))}
      />
      <Radio.Group
        aria-label="核查结论"
        value={kept}
        onChange={(event) => setKept(event.target.value as boolean)}
        options={[
          { value: true, label: '属实' },
          { value: false, label: '不实' },
        ]}
      />
      {kept === false && (
        <p className="told" role="status">
          登记不实后：记入监督发现；不能准予许可、制证、出函、盖章或者出件；已经准予的，由本部门依法撤销（行政许可法第六十九条）；责令限期整改的，整改后在这里再次核查。
        </p>
      )}
      <ReasonArea
        label="核查情况"
        rows={2}
        draft={finding}
        least={LEAST_FINDING}
        hint="核查的方式（现场、数据比对等）、查明的事实；申请人看得到"
      />
      {problem && <ProblemNote problem={problem} kept="您写的核查情况仍在。" />}
      <ActButton label="登记核查" reason={fault} busy={busy} onAct={() => void send()} />
    </div>
  )
}
