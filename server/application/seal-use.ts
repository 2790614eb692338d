import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { newId } from '../event-log/chain.ts'
import type { Recording } from './record-command.ts'
import { newVerifyCode } from './verify-code.ts'

/** The seal register's line for a sealing among these events, or null. */
export function sealUseOf(
  events: readonly ApplicationEvent[],
  application: LodgedApplication,
  { commander }: Pick<Recording, 'commander'>,
) {
  const sealed = events.find((event) => event.type === 'SealApplied')
  if (sealed === undefined || application.certificate === null) return null
  const { name, number, hash } = application.certificate
  return {
    record_id: newId(),
    certificate_hash: hash,
    seal: sealed.route === 'bureau' ? 'approval-seal' : `department:${application.departmentId}`,
    route: sealed.route,
    document_title: name,
    document_number: number,
    verify_code: newVerifyCode(),
    operator_name: commander.actor.name,
    origin: commander.origin,
    sealed_at: sealed.at,
  }
}
