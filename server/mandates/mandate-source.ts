import { uuidv7 } from 'uuidv7'
import { mandateAllows, type MandateQuestion } from '../../domain/mandate/mandate-allows.ts'
import { MANDATE_REFUSAL_SENTENCE } from '../../domain/mandate/mandate-words.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Database } from '../database/connect.ts'
import { loadMandate } from './load-mandate.ts'

const USE = `
  insert into mandate_use (region_code, use_id, mandate_id, at, account_id, act, item_id, application_id, refusal)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

type Asked = Omit<MandateQuestion, 'actor'> & {
  readonly mandateId: string
  readonly actor: Actor
}

/** What a mandate says this moment, for the rules of the procedure; null: there is none of that id. Every use is kept. */
export function mandateSource(db: Database) {
  return async (regionCode: number, { mandateId, ...question }: Asked) => {
    const mandate = await loadMandate(db, regionCode, mandateId)
    if (mandate === null) return null
    const answer = mandateAllows(mandate, question)
    await db.query(USE, [
      regionCode,
      uuidv7(),
      mandateId,
      new Date().toISOString(),
      question.actor.accountId,
      question.act,
      question.itemId,
      null,
      answer.ok ? null : answer.why,
    ])
    return {
      mandateId,
      principalIdentity: mandate.principal.identity,
      refusal: answer.ok ? null : MANDATE_REFUSAL_SENTENCE[answer.why],
    }
  }
}
