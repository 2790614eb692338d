import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** A file of a material: its bytes are kept under their hash, the trail keeps the hash. */
export const attachMaterial: Act<'AttachMaterial'> = {
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
