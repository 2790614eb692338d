import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import { refuseOwed } from './tolerance.ts'

/** A file of a material: its bytes are kept under their hash, the trail keeps the hash. */
export const attachMaterial: Act<'AttachMaterial'> = {
  // After acceptance only what was promised still comes in.
  guard: (application) =>
    application.acceptance !== null && refuseOwed(application) === null
      ? { code: 'action-not-allowed', action: 'AttachMaterial', status: application.status }
      : null,
  decide: ({ by, at, material, fileId, name, mediaType, size, sha256 }, application) =>
    application.materials[material] === undefined
      ? forbidden({ code: 'unknown-material', material })
      : happened({
          type: 'MaterialAttached',
          by,
          at,
          material,
          fileId,
          name,
          mediaType,
          size,
          sha256,
        }),
}
