import type { FastifyReply } from 'fastify'
import type { Problem } from '../../contract/shared.ts'
import { explainViolation } from '../../domain/application/violation-texts.ts'
import type { ViolationCode } from '../../domain/application/violations.ts'
import type { FieldFault } from '../../domain/form/form-definition.ts'
import type { AnyViolation, FieldProblem, Refusal } from './refusal.ts'
import { statusOf } from './violation-status.ts'

const TITLE: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '尚未登录',
  403: '不允许办理',
  404: '没有找到',
  409: '与当前状态不符',
  413: '内容过大',
  415: '格式不支持',
  422: '内容有误',
  423: '账号已锁定',
  429: '操作过于频繁',
  500: '系统出错',
  503: '服务暂时不可用',
}

/** RFC 9457, with the permanent code and the sentence for the person at the screen. */
export function problemOf(violation: AnyViolation): Problem {
  const { code, sentence, article, fields, version } = explained(violation)
  const status = statusOf(code)
  return {
    type: `urn:yichuang:problem:${code}`,
    title: TITLE[status] ?? '不能办理',
    status,
    code,
    detail: sentence,
    ...(article !== undefined && { article }),
    ...(fields !== undefined && { fields: [...fields] }),
    ...(version !== undefined && { version }),
  }
}

type Explained = Omit<Refusal, 'code'> & { readonly code: Refusal['code'] | ViolationCode }

function explained(violation: AnyViolation): Explained {
  if ('sentence' in violation) return violation
  if (violation.code === 'changed-meanwhile') {
    return {
      ...violation,
      sentence: '这件办件刚刚有了新的进展。您填写的内容没有丢失，请刷新核对后再提交。',
    }
  }
  const fields = violation.code === 'form-invalid' ? { fields: faultyFields(violation.faults) } : {}
  return { code: violation.code, ...fields, ...explainViolation<ViolationCode>(violation) }
}

function faultyFields(faults: readonly FieldFault[]): FieldProblem[] {
  return faults.map(({ element, message }) => ({ field: element, message }))
}

export function sendProblem(reply: FastifyReply, violation: AnyViolation): FastifyReply {
  const problem = problemOf(violation)
  if ('retryAfterSeconds' in violation && violation.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', Math.max(1, Math.ceil(violation.retryAfterSeconds)))
  }
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ ...problem, instance: `urn:uuid:${reply.request.id}` })
}
