import type { FastifyInstance } from 'fastify'
import { confirmSealMode, listSealModes } from '../../contract/catalogue.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { recordAccess } from '../http/access-audit.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { agreementOn, recordedModes } from './seal-modes.ts'

const RECORD = `
  insert into item_seal_mode as m (region_code, item_id, account_id, person_name, mode, document, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (region_code, item_id, account_id) do update set mode = excluded.mode, document = excluded.document, recorded_at = excluded.recorded_at`

/** × items: how they are sealed is said by two people of the Bureau, with the document it rests on; the mark stays as printed. */
export function sealModeRoutes(
  http: FastifyInstance,
  context: HttpContext,
  reference: ReferenceData,
  onEffective: (regionCode: number, itemId: string) => Promise<void>,
): void {
  registerOperation(http, context, confirmSealMode, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const { itemId } = params
    const item = reference.findItem(itemId)
    if (item === undefined) return refuse('not-found', '没有这个事项，请从事项清单中选择。')
    if (actor.role === 'supervisor')
      return {
        ok: false,
        violation: { code: 'separation-of-duties', did: '督查人员不办理任何环节' },
      }
    if (actor.role !== 'seal-keeper') return { ok: false, violation: { code: 'not-permitted' } }
    if (item.levelMark !== '×')
      return refuse('seal-mode-not-in-question', '附件对本事项没有标“×”，用印方式无需另行确认。')
    const before = (await recordedModes(context.db, regionCode)).filter(
      (record) => record.itemId === itemId,
    )
    if (agreementOn(before) !== undefined)
      return refuse('seal-mode-settled', '本事项的用印方式已由两人确认。')
    await context.db.query(RECORD, [
      regionCode,
      itemId,
      actor.accountId,
      actor.name,
      body.mode,
      body.document,
      context.clock(regionCode),
    ])
    await recordAccess(context.db, regionCode, {
      action: 'seal-mode-recorded',
      actor,
      subjectId: null,
      detail: { itemId, mode: body.mode, document: body.document },
    })
    const records = (await recordedModes(context.db, regionCode)).filter(
      (record) => record.itemId === itemId,
    )
    const effective = agreementOn(records) !== undefined
    if (effective) await onEffective(regionCode, itemId)
    return {
      ok: true,
      value: {
        itemId,
        mode: body.mode,
        document: body.document,
        effective,
        confirmedBy: records
          .filter(({ mode, document }) => mode === body.mode && document === body.document)
          .map(({ personName }) => personName),
      },
    }
  })
  registerOperation(http, context, listSealModes, async ({ session }) => {
    const records = await recordedModes(context.db, session.regionCode)
    const modes = reference.items
      .filter(({ levelMark }) => levelMark === '×')
      .map((item) => {
        const own = records.filter(({ itemId }) => itemId === item.itemId)
        const shown = agreementOn(own) ?? own.at(-1)
        return {
          itemId: item.itemId,
          name: item.name,
          annexNumber: item.annexNumber ?? null,
          mode: shown?.mode ?? null,
          document: shown?.document ?? null,
          effective: agreementOn(own) !== undefined,
          confirmedBy: own
            .filter(({ mode, document }) => mode === shown?.mode && document === shown.document)
            .map(({ personName }) => personName),
        }
      })
    return { ok: true, derivedFrom: [JSON.stringify(modes)], value: () => ({ modes }) }
  })
}
