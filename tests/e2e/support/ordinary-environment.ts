/** What a person's shell would give: NODE_ENV=test would build other pages from the same sources. */
export function ordinaryEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...rest } = process.env
  return rest
}
