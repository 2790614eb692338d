import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Begun last, each of these would run on alone while everything else is done. A file that is missing here costs time, nothing else. */
const LONG = [
  'tests/e2e/places-behind.spec.ts',
  'tests/e2e/hall.spec.ts',
  'tests/e2e/catalogue.spec.ts',
  'tests/e2e/bundle.spec.ts',
  'tests/e2e/offline.spec.ts',
  'tests/e2e/database-gone.spec.ts',
  'tests/e2e/accessibility.spec.ts',
  'tests/e2e/whole-life.spec.ts',
  'tests/e2e/places.spec.ts',
  'bench/kill.db.test.ts',
  'tests/backup.db.test.ts',
  'tests/security/permissions.db.test.ts',
  'tests/security/fuzz.db.test.ts',
  'tests/two-servers.db.test.ts',
]

/** A new machine knows no times: the long files come first, the rest in their usual order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((one) => moduleId.endsWith(one))
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))]
  }
}
