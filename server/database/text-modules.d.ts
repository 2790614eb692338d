// Files that the bundler and the test runner turn into text (scripts/text-modules.mjs).

declare module '*.typ' {
  const text: string
  export default text
}

declare module 'yichuang:migrations' {
  /** Every file of server/database/migrations, in the order of its name. */
  export const shippedMigrations: readonly { readonly file: string; readonly text: string }[]
}
