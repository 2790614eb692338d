import { createHash } from 'node:crypto'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { ServiceItemId } from '../../domain/shared/ids.ts'
import type { ApplicationContext } from '../../server/application/application-context.ts'
import { handleCommand } from '../../server/application/handle-command.ts'
import { loadApplication } from '../../server/application/load-application.ts'
import { newId } from '../../server/event-log/chain.ts'
import { COURSES } from '../region/bench-staff.ts'

const NAME = '卷宗示例'
const ITEM = 'aba-36' as ServiceItemId
const FILES = 400
const PDF = Buffer.from('%PDF-1.7\n% a made-up material\n')

const FIND = `
  select application_id as id from application where region_code = $1 and applicant_name = $2 and applicant_identity = $3`
const KEEP = `insert into material_file (region_code, file_id, application_id, sha256, media_type, bytes) values ($1, $2, $3, $4, $5, $6)`
const APPLICANT = {
  kind: 'person',
  name: NAME,
  identityType: 'id-card',
  identityNumber: '513201199003070014',
  phone: null,
  address: null,
  contactName: null,
} as const

/** An application with as many materials as one may have, made by the product's own commands; kept with the region. */
export async function crowdedApplication(
  context: ApplicationContext,
  regionCode: number,
  clerk: Actor,
): Promise<string> {
  const identity = `id-card:${APPLICANT.identityNumber}`
  const [made] = await context.db.query<{ id: string }>(FIND, [regionCode, NAME, identity])
  if (made !== undefined) return made.id
  const applicationId = newId()
  let version = 0
  const give = async (command: object) => {
    const outcome = await handleCommand(context, {
      regionCode,
      applicationId,
      commandId: newId(),
      expectedVersion: version,
      commander: {
        actor: clerk,
        standing: { postOpen: true, training: COURSES },
        origin: '10.8.0.1',
      },
      command: { by: clerk, at: context.clock(regionCode), ...command } as ApplicationCommand,
    })
    if (!outcome.ok) throw new Error(`Refused: ${outcome.violation.code}`)
    version = outcome.reply.version
  }
  await give({
    type: 'ReceiveApplication',
    itemId: ITEM,
    applicant: APPLICANT,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  const numbers = await materialsOf(context, regionCode, applicationId)
  const sha256 = createHash('sha256').update(PDF).digest()
  for (let index = 0; index < FILES; index += 1) {
    const file = { fileId: newId(), mediaType: 'application/pdf' }
    await context.db.query(KEEP, [
      regionCode,
      file.fileId,
      applicationId,
      sha256,
      file.mediaType,
      PDF,
    ])
    await give({
      type: 'AttachMaterial',
      material: numbers[index % numbers.length],
      name: `第 ${index + 1} 份材料示例.pdf`,
      size: PDF.length,
      sha256: sha256.toString('hex'),
      ...file,
    })
  }
  return applicationId
}

async function materialsOf(
  { db }: ApplicationContext,
  regionCode: number,
  applicationId: string,
): Promise<readonly number[]> {
  const key = { regionCode, applicationId, commandId: newId() }
  const { application } = await loadApplication(db, key)
  return application.status === 'not-lodged' ? [] : Object.keys(application.materials).map(Number)
}
