import type { z } from 'zod'
import type { GuideView } from '../../../contract/catalogue.ts'
import type { openDraftAtWindow } from '../../../contract/window-drafts.ts'
import { useQuery } from '@tanstack/react-query'
import { getForm } from '../../../contract/forms.ts'
import { call } from '../../api/call.ts'
import { longMinute } from '../../ui/dates.ts'

export type OpenedDraft = z.output<typeof openDraftAtWindow.reply>

/** Who applies for what, in which situation, and every answer as the form lays it out. */
export function DraftFacts({
  opened,
  guide,
}: {
  opened: OpenedDraft
  guide: GuideView | undefined
}) {
  const { draft, check } = opened
  const { applicant } = draft
  return (
    <div className="case-facts">
      <header>
        <h1>{draft.itemName}</h1>
      </header>
      <p className="sec">
        {draft.departmentName} · 网上填写，{longMinute(draft.savedAt)}保存
      </p>
      {draft.changes.map(({ code, sentence }) => (
        <p className="told" key={code}>
          {sentence}
        </p>
      ))}
      {check.inFlight.map(({ number }) => (
        <p className="told" key={number}>
          同一申请人的同一事项已有办件 {number}，请向申请人核实是否重复。
        </p>
      ))}
      <dl>
        <dt>申请人</dt>
        <dd>{applicant.name || '未填写'}</dd>
        <dt>证件号码</dt>
        <dd>{applicant.identityNumber || '未填写'}</dd>
        <dt>电话</dt>
        <dd>{applicant.phone || '未填写'}</dd>
        {guide?.questions
          .filter(({ id }) => draft.situation[id] !== undefined)
          .map(({ id, text, options }) => (
            <Pair
              key={id}
              name={text}
              value={options.find(({ value }) => value === draft.situation[id])?.label ?? ''}
            />
          ))}
        <FilledFields opened={opened} />
      </dl>
      {check.faults.length > 0 && (
        <div className="told">
          <b>表单还有 {check.faults.length} 处没有填好，收件不受影响，可当场更正：</b>
          <ul>
            {check.faults.map(({ element, message }) => (
              <li key={element}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function FilledFields({ opened: { draft } }: { opened: OpenedDraft }) {
  const { itemId, formId, answers } = draft
  const form = useQuery({
    queryKey: ['form', itemId],
    queryFn: ({ signal }) => call(getForm, { params: { itemId }, signal }),
    enabled: formId !== null,
  }).data
  return form?.layout
    .flatMap(({ fields }) => fields)
    .filter(({ element }) => answers[element] !== undefined)
    .map(({ element }) => (
      <Pair
        key={element}
        name={form.schema.properties[element]?.title ?? element}
        value={wordsOf(answers[element])}
      />
    ))
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function wordsOf(value: OpenedDraft['draft']['answers'][string] | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : String(value)
}
