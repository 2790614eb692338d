import type { Actor } from '../../domain/shared/actor.ts'
import type { Database } from '../database/connect.ts'
import type { refuse } from '../http/refusal.ts'

type Refused = ReturnType<typeof refuse>

/** What a file is and what may be done with it, before it is stored; composed of inspection and quarantine. */
export type UploadGuard = {
  readonly inspect: (upload: {
    readonly bytes: Buffer
    readonly fileName: string
    readonly declaredType: string
  }) => Promise<
    | {
        readonly ok: true
        readonly mediaType: string
        readonly name: string
        readonly saveOnly: boolean
      }
    | Refused
  >
  /** Null: no scanner is set. */
  readonly examine:
    | ((
        upload: { readonly bytes: Uint8Array; readonly name: string },
        by: Actor,
        applicationId: string,
      ) => Promise<'clean' | 'waiting' | Refused>)
    | null
}

/** How a stored file may be opened: `waiting` for the scanner and `infected` not at all. */
export type Handling = 'show' | 'save-only' | 'waiting' | 'infected'

const SAVE = `
  insert into material_check (region_code, file_id, application_id, state, save_only, uploaded_by, next_try_at, decided_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (region_code, file_id) do nothing`
const READ = `
  select file_id as "fileId", state, save_only as "saveOnly" from material_check
   where region_code = $1 and application_id = $2 and (state in ('waiting', 'found') or save_only)`

export async function saveMaterialCheck(
  db: Database,
  check: {
    readonly regionCode: number
    readonly applicationId: string
    readonly fileId: string
    readonly state: 'unscanned' | 'waiting' | 'clean'
    readonly saveOnly: boolean
    readonly by: Actor
  },
): Promise<void> {
  const now = new Date().toISOString()
  const { accountId, name, role, body } = check.by
  await db.query(SAVE, [
    check.regionCode,
    check.fileId,
    check.applicationId,
    check.state,
    check.saveOnly,
    JSON.stringify({ accountId, name, role, body }),
    now,
    check.state === 'clean' ? now : null,
  ])
}

/** The files of an application that are not simply shown. */
export async function readHandling(
  db: Database,
  regionCode: number,
  applicationId: string,
): Promise<ReadonlyMap<string, Handling>> {
  const rows = await db.query<{ fileId: string; state: string; saveOnly: boolean }>(READ, [
    regionCode,
    applicationId,
  ])
  return new Map(
    rows.map(({ fileId, state }) => [
      fileId,
      state === 'waiting' ? 'waiting' : state === 'found' ? 'infected' : 'save-only',
    ]),
  )
}
