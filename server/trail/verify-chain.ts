import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { applicationFrom } from '../../domain/application/evolve.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { CHAIN_START, eventHash, type ChainedEvent } from '../../domain/trail/event-hash.ts'
import { diagnoseBreak } from './diagnose-break.ts'

/** One row of application_event. */
export type ChainLink = ChainedEvent & {
  /** 64 hex digits. */
  readonly hash: string
  readonly accountId: string
  readonly occurredAt: string
}

/** What the row of the application says of itself and of its chain. */
export type ChainRow = {
  readonly regionCode: number
  readonly applicationId: string
  readonly number: string
  readonly seq: number
  readonly version: number
  readonly head: string
  readonly status: string
  readonly state: unknown
  readonly applicantIdentity: string
  readonly itemId: string
  readonly departmentId: string
  readonly receivedOn: string
}

export type ChainBreak = {
  /** The event that does not fit, from 1. */
  readonly seq: number
  readonly how:
    | 'changed'
    | 'removed'
    | 'inserted'
    | 'reordered'
    | 'head-differs'
    | 'state-differs'
    | 'file-differs'
    | 'root-differs'
  /** Chinese, one clause for the person who reads the report. */
  readonly what: string
}

type Sm3 = (text: string) => string

/** The first thing in one application's rows that does not fit, or null. `links` come in the order of `seq`. */
export function verifyChain(
  sm3: Sm3,
  row: ChainRow,
  links: readonly ChainLink[],
): ChainBreak | null {
  return verifyLinks(sm3, row, links) ?? brokenState(row, links)
}

/** As `verifyChain`, without replaying the state. */
export function verifyLinks(
  sm3: Sm3,
  row: ChainRow,
  links: readonly ChainLink[],
): ChainBreak | null {
  return brokenLink(sm3, row, links) ?? brokenHead(row, links)
}

/** Of events that stand there without their application. */
export function goneRow(links: readonly ChainLink[]): ChainBreak {
  return { seq: links.length, how: 'removed', what: '办件登记被删除，只剩事件' }
}

function brokenLink(sm3: Sm3, row: ChainRow, links: readonly ChainLink[]): ChainBreak | null {
  let previous = CHAIN_START
  for (const [index, link] of links.entries()) {
    const fits = link.seq === index + 1 && eventHash(sm3, previous, link) === link.hash
    if (!fits) return diagnoseBreak(sm3, row, links, index)
    const copy = brokenCopy(link)
    if (copy !== null) return copy
    previous = link.hash
  }
  return null
}

/** Columns outside the hash repeat what the event says; lists and filters read them. */
function brokenCopy({ seq, type, accountId, occurredAt, data }: ChainLink): ChainBreak | null {
  const event = data as ApplicationEvent
  const columns = [
    [event.type === type, '类型'],
    [event.by.accountId === accountId, '经办人'],
    [event.at === occurredAt, '发生时间'],
  ] as const
  const wrong = columns.find(([fits]) => !fits)
  if (wrong === undefined) return null
  return { seq, how: 'changed', what: `第 ${seq} 个事件登记的${wrong[1]}与事件内容不一致` }
}

function brokenHead(row: ChainRow, links: readonly ChainLink[]): ChainBreak | null {
  const last = links.at(-1)
  if (last === undefined || links.length < row.seq) {
    const seq = links.length + 1
    return { seq, how: 'removed', what: `第 ${seq} 个事件被删除（应有 ${row.seq} 个事件）` }
  }
  if (links.length > row.seq && links[row.seq - 1]?.hash === row.head) {
    const seq = row.seq + 1
    return { seq, how: 'inserted', what: `第 ${seq} 个事件是另行添加的` }
  }
  if (links.length === row.seq && last.hash === row.head) return null
  return {
    seq: last.seq,
    how: 'head-differs',
    what: `办件登记的链尾与第 ${last.seq} 个事件不一致`,
  }
}

function brokenState(row: ChainRow, links: readonly ChainLink[]): ChainBreak | null {
  const seq = row.seq
  const how = 'state-differs'
  if (links.at(-1)?.version !== row.version) {
    return { seq, how, what: '办件登记的版本号与留痕不一致' }
  }
  const replayed = replay(links.map(({ data }) => data as ApplicationEvent))
  if (replayed === null) {
    return { seq, how, what: '按留痕重放不能得出办件状态' }
  }
  if (canonicalJson(replayed) !== canonicalJson(row.state)) {
    return { seq, how, what: '办件现状与按留痕重放的结果不一致' }
  }
  const wrong = wrongColumn(row, replayed)
  return wrong === undefined ? null : { seq, how, what: `办件登记的${wrong}与留痕不一致` }
}

/** The Chinese name of a column that does not repeat what the state says. */
export function wrongColumn(
  row: Omit<ChainRow, 'state'>,
  state: LodgedApplication,
): string | undefined {
  const columns = [
    [state.status === row.status, '状态'],
    [identityOf(state.applicant) === row.applicantIdentity, '申请人证件'],
    [state.itemId === row.itemId, '事项'],
    [state.departmentId === row.departmentId, '主办部门'],
    [state.receivedOn === row.receivedOn, '收件日期'],
  ] as const
  return columns.find(([fits]) => !fits)?.[1]
}

/** What the events make of it; null when they make nothing. */
export function replay(events: readonly ApplicationEvent[]): LodgedApplication | null {
  try {
    const state = applicationFrom(events)
    return state.status === 'not-lodged' ? null : state
  } catch {
    return null
  }
}
