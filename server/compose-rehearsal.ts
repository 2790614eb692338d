import { FIRST_REHEARSAL_REGION } from './application/region-number.ts'
import { composeServer } from './compose.ts'
import type { ComposeRehearsedServer } from './rehearsal/open-theatre.ts'
import { rehearseFiles } from './rehearsal/rehearse-files.ts'
import type { RehearsalOptions } from './rehearsal/rehearse-files.ts'

/** The server of the program itself, without paper: notices are numbered and frozen, nobody prints them. */
const composeRehearsedServer: ComposeRehearsedServer = async ({ db, reference, clock }) =>
  await composeServer({
    db,
    reference,
    clock,
    regionCode: FIRST_REHEARSAL_REGION,
    portalUrl: 'http://127.0.0.1',
    secureCookies: false,
    demonstration: null,
    logLevel: 'silent',
    documents: null,
  })

/** Plays the files named against the program itself; answers the exit code. */
export async function rehearse(
  options: Omit<RehearsalOptions, 'compose' | 'regionOf'>,
): Promise<0 | 1 | 2> {
  return await rehearseFiles({
    ...options,
    compose: composeRehearsedServer,
    regionOf: (index) => FIRST_REHEARSAL_REGION + index,
  })
}
