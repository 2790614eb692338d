import type { ReactNode } from 'react'
import { COUNTY_CHOICES } from '../../../../domain/form/check-format.ts'
import { isAsked } from '../../../../domain/catalogue/materials-for.ts'
import type { FieldValue } from '../../../../domain/form/form-definition.ts'
import { visibleFields } from '../../../../domain/form/visible-answers.ts'
import { materialState } from '../materials/material-state.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './review.css'

/** What the office will read, part by part, each with its way back. */
export function ReviewParts() {
  const words = useApplyWords()
  const { form, me, state, steps, materials, ...apply } = useApply()
  const { content } = state.draft
  const { applicant } = content
  const sayValue = (element: string, value: FieldValue | undefined): string => {
    if (value === undefined) return ''
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (typeof value === 'object') return value.join(words.comma)
    const isCounty = form?.schema.properties[element]?.format === 'county'
    const county = isCounty ? COUNTY_CHOICES.find((one) => one.value === value)?.label : undefined
    return county ?? String(value)
  }
  const shown = form
    ? new Set(visibleFields(form, content.answers, content.situation).map(({ element }) => element))
    : new Set<string>()
  return (
    <>
      {steps.some(({ kind }) => kind === 'ask') && (
        <Part title={words.situation} step={steps[0]?.id ?? ''}>
          {steps.map((step) =>
            step.kind === 'ask' ? (
              <Line
                key={step.id}
                name={step.question.text}
                value={
                  step.question.options.find(
                    ({ value }) => value === content.situation[step.question.id],
                  )?.label ?? ''
                }
              />
            ) : null,
          )}
        </Part>
      )}
      <Part title={words.whoApplies} step="who">
        <Line
          name={words.applicant}
          value={
            applicant.name || (content.mandateId === null ? (me?.name ?? '') : words.byMandate)
          }
        />
        {applicant.identityNumber !== '' && (
          <Line name={words.identityNumber} value={applicant.identityNumber} />
        )}
        <Line name={words.phone} value={applicant.phone} />
        {applicant.address !== '' && <Line name={words.address} value={applicant.address} />}
        {applicant.contactName !== '' && (
          <Line name={words.contactName} value={applicant.contactName} />
        )}
      </Part>
      {steps.map((step) =>
        step.kind === 'group' ? (
          <Part key={step.id} title={step.group.title} step={step.id}>
            {step.group.fields
              .filter(({ element }) => shown.has(element))
              .map(({ element }) => (
                <Line
                  key={element}
                  name={form?.schema.properties[element]?.title ?? element}
                  value={sayValue(element, content.answers[element])}
                />
              ))}
          </Part>
        ) : null,
      )}
      <Part title={words.materials} step="materials">
        {materials.filter(isAsked).map((material) => {
          const { kind, pages } = materialState(material, { state, ...apply })
          return (
            <Line
              key={material.number}
              name={`${material.number}. ${material.name}`}
              value={pages > 0 ? words.stateAndPages(words[kind], pages) : words[kind]}
            />
          )
        })}
      </Part>
    </>
  )
}

function Part({ title, step, children }: { title: string; step: string; children: ReactNode }) {
  const words = useApplyWords()
  const { go } = useApply()
  return (
    <section className="apply-part">
      <h2>
        <span lang="zh-CN">{title}</span>
        <button type="button" className="apply-link" onClick={() => go(step)}>
          {words.change}
          <span className="sr-only">{title}</span>
        </button>
      </h2>
      <dl>{children}</dl>
    </section>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  const words = useApplyWords()
  return (
    <div>
      <dt lang="zh-CN">{name}</dt>
      <dd lang="zh-CN">{value === '' ? <span className="soft">{words.empty}</span> : value}</dd>
    </div>
  )
}
