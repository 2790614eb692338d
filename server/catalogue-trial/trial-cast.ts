import { uuidv7 } from 'uuidv7'
import type { Applicant } from '../../domain/application/applicant.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { Actor, Body, Role } from '../../domain/shared/actor.ts'
import type { AccountId, OrganisationId } from '../../domain/shared/ids.ts'

/** The people of one trial: one a post, in the order in which the procedure meets them. */
export type TrialCast = {
  readonly clerk: Actor
  readonly reviewer: Actor
  readonly partners: readonly Actor[]
  readonly decider: Actor
  readonly sealer: Actor
  /** Extends the limit; no other act of a trial is theirs. */
  readonly head: Actor
}

export function trialCast({ departmentId }: ServiceItem, guide: ServiceGuide): TrialCast {
  return {
    clerk: actor('window-clerk', 'approval-service-centre', '窗口试办', CENTRE),
    reviewer: actor('reviewer', 'department', '审核试办', departmentId),
    partners: guide.partnerIds.map((id) => actor('reviewer', 'department', '联办试办', id)),
    decider: actor('decider', 'department', '决定试办', departmentId),
    sealer: actor('seal-keeper', 'approval-bureau', '用印试办', BUREAU),
    head: actor('department-head', 'department', '负责试办', departmentId),
  }
}

export function everybody({ clerk, reviewer, partners, decider, sealer }: TrialCast): Actor[] {
  return [clerk, reviewer, ...partners, decider, sealer]
}

const CENTRE = 'approval-service-centre' as OrganisationId
const BUREAU = 'approval-bureau' as OrganisationId

function actor(role: Role, body: Body, name: string, organisationId: OrganisationId): Actor {
  const window = role === 'window-clerk' ? { window: 1 } : {}
  return { accountId: uuidv7() as AccountId, name, role, body, organisationId, ...window }
}

const UNKNOWN = { phone: '13800000000', address: '马尔康市试办路 1 号', contactName: null }

/** A made-up applicant of the kind that the guide is for. */
export function trialApplicant({ serviceObjects }: ServiceGuide): Applicant {
  const isForPeople = serviceObjects.length === 0 || serviceObjects.includes('natural-person')
  return isForPeople
    ? {
        ...UNKNOWN,
        kind: 'person',
        name: '试办某某',
        identityType: 'id-card',
        identityNumber: '513201199003070014',
      }
    : {
        ...UNKNOWN,
        kind: 'company',
        name: '阿坝试办示例有限公司',
        identityType: 'credit-code',
        identityNumber: '91350100M000100Y43',
        contactName: '试办某某',
      }
}
