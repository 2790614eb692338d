import { expect, test } from 'vitest'
import type { Access } from '../../contract/operation.ts'
import type { Role } from '../../domain/shared/actor.ts'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { authorise } from './authorise.ts'
import { RequestRefused } from './refusal.ts'
import type { Session } from './session.ts'

const someone = (role: Role, changes: Partial<Session> = {}): Session => ({
  sessionId: 's',
  regionCode: 513200,
  actor: { accountId: 'a' as AccountId, name: '张示例', role, body: 'department' },
  username: 'zhang',
  organisationName: null,
  postOpen: true,
  training: [],
  mustChangePassword: false,
  endsAt: '2026-03-02T02:00:00.000Z' as Instant,
  ...changes,
})

function answerTo(access: Access, visitor: Session | undefined, operationId = 'any'): string {
  try {
    authorise({ access, operationId }, visitor)
    return 'allowed'
  } catch (error) {
    return error instanceof RequestRefused ? error.refusal.code : 'threw'
  }
}

const STRANGER = undefined
const REVIEWER = someone('reviewer')
const CLOSED = someone('reviewer', { postOpen: false })
const NEW = someone('reviewer', { mustChangePassword: true })

test.each<[string, Access, Session | undefined, string, string]>([
  ['a stranger, where everybody may', 'public', STRANGER, 'any', 'allowed'],
  ['a closed post, where everybody may', 'public', CLOSED, 'any', 'allowed'],
  ['a stranger, where one signs in', 'signed-in', STRANGER, 'any', 'not-signed-in'],
  ['a stranger asking who they are', 'signed-in', STRANGER, 'whoAmI', 'not-signed-in'],
  ['a reviewer, where one signs in', 'signed-in', REVIEWER, 'any', 'allowed'],
  ['a reviewer among those named', ['decider', 'reviewer'], REVIEWER, 'any', 'allowed'],
  ['a reviewer not among those named', ['decider'], REVIEWER, 'any', 'not-permitted'],
  ['anyone, where nobody is named', [], REVIEWER, 'any', 'not-permitted'],
  ['a closed post', 'signed-in', CLOSED, 'any', 'post-not-open'],
  ['a closed post among those named', ['reviewer'], CLOSED, 'any', 'post-not-open'],
  ['a closed post signing out', 'signed-in', CLOSED, 'signOut', 'allowed'],
  ['an initial password', ['reviewer'], NEW, 'any', 'password-change-required'],
  ['an initial password being changed', 'signed-in', NEW, 'changePassword', 'allowed'],
])('%s', (_who, access, visitor, operationId, answer) => {
  expect(answerTo(access, visitor, operationId)).toBe(answer)
})
